package dev.holdfast.domain.simulation;

import dev.holdfast.domain.port.PortFailure;
import java.util.function.Supplier;

/**
 * What goes wrong around the calls of ports, as the dice of the present step have it: trouble
 * before or after a call, a node that dies, one that stands still while others go on.
 */
final class Weather {
  private final World world;
  private Chance chance = new Chance(0, 0, 0);
  private int oneIn = Integer.MAX_VALUE;
  private boolean resting;

  Weather(World world) {
    this.world = world;
  }

  /** The weather of a step; calm when nothing is to go wrong. */
  void change(Chance dice, boolean calm) {
    chance = dice;
    oneIn = calm || dice.below(10) < 4 ? Integer.MAX_VALUE : dice.oneIn(4) ? 6 : 25;
  }

  /** From now on nothing goes wrong, and nobody comes between. */
  void rest() {
    resting = true;
    oneIn = Integer.MAX_VALUE;
  }

  boolean isResting() {
    return resting;
  }

  boolean isCalm() {
    return oneIn == Integer.MAX_VALUE;
  }

  boolean strikes() {
    return !isCalm() && chance.oneIn(oneIn);
  }

  Chance chance() {
    return chance;
  }

  /**
   * A call of a port.
   *
   * @param before what a caller hears when it was not made
   * @param after what a caller hears when its answer was lost
   */
  <T> T call(
      Node node,
      String name,
      Supplier<T> work,
      Supplier<PortFailure> before,
      Supplier<PortFailure> after) {
    node.requireAlive();
    if (strikes()) {
      strike(node, name, before);
    }
    T answer = work.get();
    if (strikes()) {
      strike(node, name + " (done)", after);
    }
    return answer;
  }

  private void strike(Node node, String name, Supplier<PortFailure> trouble) {
    switch (chance.below(8)) {
      case 0 -> {
        world.say(() -> node + " dies at " + name);
        node.die();
      }
      case 1, 2, 3 -> {
        world.say(() -> node + " has trouble with " + name);
        throw trouble.get();
      }
      default -> {
        world.say(() -> node + " stands still at " + name);
        world.meanwhile(chance);
        world.say(() -> node + " goes on at " + name);
      }
    }
    node.requireAlive();
  }
}

package dev.holdfast.app.history;

import java.util.List;

/**
 * One request of a run and what came of it.
 *
 * @param node which node was asked
 * @param objects what it was about, each once; empty for {@link Deed#LOOK}
 * @param token in whose name; empty for nobody's
 * @param start monotonic nanoseconds before it was sent
 * @param end monotonic nanoseconds after it was answered
 * @param sights what the answer says of objects; of a look, everything that is not free
 * @param seq the last change that a look shows; 0 for anything else
 */
public record Call(
    String node,
    Deed deed,
    List<String> objects,
    String token,
    long start,
    long end,
    Result result,
    List<Sight> sights,
    long seq) {
  public Call {
    objects = List.copyOf(objects);
    sights = List.copyOf(sights);
  }

  /** Whether what the answer says was true while the call ran. */
  boolean isCurrent() {
    // A hold may be refused by the gate, which is late by design; it never knows what is not yet.
    return !(deed == Deed.HOLD && result == Result.REFUSED);
  }

  @Override
  public String toString() {
    String what = deed == Deed.LOOK ? "look at " + seq : deed + " " + objects + " by " + token;
    return what + " at " + node + ": " + result;
  }
}

package dev.holdfast.app.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of status in one event through seats.io's dialect, sent once or several times under one
 * key. The answers tell no versions; what it did is known by its order, which is in the journal.
 *
 * @param node which node was asked last
 * @param start monotonic nanoseconds before it was first sent
 * @param end monotonic nanoseconds after the last answer; {@link Long#MAX_VALUE} where there was
 *     none
 * @param told what the answer names as changed in this event
 * @param soldOut refused because there was too little to choose from
 */
public record StatusCall(
    String node,
    Asked asked,
    long start,
    long end,
    Result result,
    List<String> told,
    boolean soldOut) {
  public StatusCall {
    told = List.copyOf(told);
  }

  /**
   * What was asked for.
   *
   * @param deed {@link Deed#RESERVE}, {@link Deed#TAKE} or {@link Deed#FREE}
   * @param best whether the house was to choose
   * @param objects seats, each once, or one area; where the house was to choose, all seats that it
   *     might
   * @param count of how many seats or places
   * @param token in whose name; empty for the house's
   * @param tokenUntil how long the token lives; null where only what it holds keeps it alive
   * @param order no other call has it
   */
  public record Asked(
      Deed deed,
      boolean best,
      List<String> objects,
      int count,
      String token,
      @Nullable Instant tokenUntil,
      String order) {
    public Asked {
      objects = List.copyOf(objects);
    }

    @Override
    public String toString() {
      String what = best ? "the best " + count : count + " of " + objects;
      return deed + " " + what + " by " + token + " as " + order;
    }
  }

  @Override
  public String toString() {
    return asked + " at " + node + ": " + result;
  }
}

package dev.holdfast.app.rehearsal;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** By what a client sees that a rate is too much, and what that tells of the cause. */
enum Sign {
  REFUSED("503 with Retry-After: the service's own bound, it lets in no more than it can answer"),
  LIMITED("429: the limit of this key (HOLDFAST_LIMIT_REQUESTS_SECRET_KEY), not the machine"),
  SLOW("holds take longer than the bound: the service's processors or its database's disk"),
  BEHIND("fewer calls are answered than become due: the service's throughput is used up"),
  LOST("calls get no answer or a fault: the network, a proxy between, or the service"),
  OURSELVES(
      "this rehearsal was late itself: its own machine is used up (which may be the service's,"
          + " too); figures from here on say little of the service"),
  SOLD_OUT("nothing was left to buy: the event, not the machine");

  /** One refusal in so many calls is where refusing begins. */
  private static final long REFUSALS_BEGIN = 1_000;

  /** One lost call in so many. */
  private static final long LOSSES_BEGIN = 1_000;

  /** Below so many calls a share of them says nothing. */
  private static final long ENOUGH = 20;

  /** Throughput follows as long as so much of what is due is answered meanwhile. */
  private static final double FOLLOWS = 0.9;

  /** The 99th percentile of the rehearsal's own lateness, in microseconds. */
  private static final long LATE_MICROS = 100_000;

  private static final double USED_UP = 0.85;
  private static final double HALF = 0.5;

  private final String meaning;

  Sign(String meaning) {
    this.meaning = meaning;
  }

  String meaning() {
    return meaning;
  }

  /**
   * Those of a step.
   *
   * @param bound from which a hold's 99th percentile on is too slow
   */
  static Set<Sign> of(StepResult step, Duration bound) {
    Tally tally = step.tally();
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    long due = tally.of(Mark.DUE);
    add(signs, REFUSED, tally.of(Mark.REFUSED) * REFUSALS_BEGIN >= Math.max(1, due));
    add(signs, LIMITED, tally.of(Mark.LIMITED) * REFUSALS_BEGIN >= Math.max(1, due));
    add(signs, SLOW, tally.of(Act.HOLD).p99() * 1_000 > bound.toNanos());
    add(signs, BEHIND, due >= ENOUGH && tally.of(Mark.ANSWERED) < FOLLOWS * due);
    add(signs, LOST, tally.of(Mark.LOST) * LOSSES_BEGIN >= Math.max(1, due));
    boolean late = tally.lag().p99() > LATE_MICROS || step.processors() > USED_UP;
    add(signs, OURSELVES, late || tally.of(Mark.TURNED_AWAY) > 0);
    long came = tally.of(Mark.CAME);
    add(signs, SOLD_OUT, came > 0 && tally.of(Mark.NOTHING_LEFT) >= HALF * came);
    return signs;
  }

  private static void add(Set<Sign> signs, Sign sign, boolean shown) {
    if (shown) {
      signs.add(sign);
    }
  }

  /** Whether it tells of too high a rate; that all is sold does not. */
  boolean overload() {
    return this != SOLD_OUT;
  }
}

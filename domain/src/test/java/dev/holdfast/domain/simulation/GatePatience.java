package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a gate may still turn people away from a free seat (I11): for ten seconds after the
 * ledger last had the seat for somebody, or somebody last passed on his way to it. Where the gate's
 * clock jumps, as long as they last by its clock or by any other.
 */
final class GatePatience {
  /** A sale may be told a second late, and is then believed as long as a fresh one. */
  private static final Duration SALES_TOLD_LATE = Duration.ofSeconds(1);

  private record Place(EventId event, String label) {}

  /** On the gates' clock, and on that of those who only measure. */
  private record Moment(long gate, long passed) {
    Moment latest(Moment other) {
      return new Moment(Math.max(gate, other.gate), Math.max(passed, other.passed));
    }
  }

  private record Known(GateServer gate, EventId event, String label) {}

  /**
   * What a gate knows.
   *
   * @param until when it forgets it, by its clock
   */
  private record Told(long version, long until) {}

  private static final Moment NEVER = new Moment(Long.MIN_VALUE / 2, Long.MIN_VALUE / 2);

  private final Clocks clocks;
  private final Map<Place, Moment> excuses = new HashMap<>();
  private final Map<Known, Told> told = new HashMap<>();

  /** Claims that passed: while one lives, news that the gate may have had before are none to it. */
  private final Map<Known, Told> claimed = new HashMap<>();

  /** The newest version that a gate ever heard of. */
  private final Map<Known, Long> newest = new HashMap<>();

  GatePatience(Clocks clocks) {
    this.clocks = clocks;
  }

  /**
   * Whoever has a seat is a reason.
   *
   * @param looked when this was asked before
   */
  void look(EventId event, Standing standing, Instant looked, Instant now) {
    standing
        .seats()
        .forEach((label, seat) -> {
          Instant until = seat.until();
          if (seat.at(now) != null) {
            excuse(event, label, Duration.ZERO);
          } else if (until != null && until.isAfter(looked)) {
            excuse(event, label, Duration.between(until, now));
          }
        });
  }

  /** Now there is a reason. */
  void excuse(EventId event, Iterable<String> labels) {
    labels.forEach(label -> excuse(event, label, Duration.ZERO));
  }

  /** There was a reason until so long ago. */
  void excuse(EventId event, String label, Duration ago) {
    Moment then = new Moment(clocks.gate() - ago.toNanos(), clocks.passed() - ago.toNanos());
    excuses.merge(new Place(event, label), then, Moment::latest);
  }

  /** News on the line that are older than they seem; what was known to be old excuses nothing. */
  void lateNews(GateServer gate, EventId event, List<SeatNews> news) {
    for (SeatNews each : news) {
      Told known = told.get(new Known(gate, event, each.label()));
      boolean isOld =
          known != null && known.version > each.version() && clocks.gate() < known.until;
      if (!isOld) {
        excuse(event, List.of(each.label()));
      }
    }
  }

  /** A gate knows a version, and keeps it for a while; of a hold no longer than the hold lasts. */
  void told(GateServer gate, EventId event, List<SeatNews> news) {
    for (SeatNews each : news) {
      Duration kept = SeatLockPort.MAX_TTL;
      if (each instanceof SeatNews.NowHeld held && held.remaining().compareTo(kept) < 0) {
        kept = held.remaining();
      }
      Known known = new Known(gate, event, each.label());
      Told claim = claimed.get(known);
      if (claim == null || clocks.gate() >= claim.until || each.version() > claim.version) {
        claimed.remove(known);
        told.merge(
            known,
            new Told(each.version(), clocks.gate() + kept.toNanos()),
            (old, now) -> now.version >= old.version ? now : old);
      }
      newest.merge(known, each.version(), Math::max);
    }
  }

  /** Somebody passed: what the gate knew lives on no longer than his entry. */
  void claimed(GateServer gate, EventId event, List<String> labels, Duration ttl) {
    excuse(event, labels);
    for (String label : labels) {
      Known known = new Known(gate, event, label);
      told.remove(known);
      claimed.put(known, new Told(newest.getOrDefault(known, 0L), clocks.gate() + ttl.toNanos()));
    }
  }

  /** With an entry of a caller that may end at any time, its version may be forgotten as well. */
  void forgotten(GateServer gate, EventId event, List<String> labels) {
    labels.forEach(label -> told.remove(new Known(gate, event, label)));
  }

  /** Before the gates' clock jumps: what is over by then may be forgotten, and stays so. */
  void beforeJump() {
    told.values().removeIf(each -> clocks.gate() >= each.until);
  }

  /** A gate has lost something: it can no longer tell old news from new. */
  void lost() {
    told.clear();
  }

  /** Somebody was turned away from these seats, which are free. */
  void check(EventId event, List<BlockedSeat> free) {
    for (BlockedSeat seat : free) {
      Moment excused = excuses.getOrDefault(new Place(event, seat.label()), NEVER);
      Duration since =
          Duration.ofNanos(
              Math.min(clocks.gate() - excused.gate, clocks.passed() - excused.passed));
      assertTrue(
          since.compareTo(SeatLockPort.MAX_TTL.plus(SALES_TOLD_LATE)) <= 0,
          () -> "I11: the gate refuses " + seat.label() + ", free for " + since);
    }
  }
}

package dev.holdfast.domain.simulation;

import dev.holdfast.domain.decision.DayClock;
import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Virtual time, as each part sees it: the ledger's clock, which may also jump forward; the gates',
 * which may jump anywhere; and the nodes', which only measure. All run at one rate.
 */
final class Clocks {
  /** The ledger's. */
  final DayClock ledger;

  private final List<Runnable> watchers = new ArrayList<>();
  private long passed;
  private long gateAhead;
  private long latestGate;

  Clocks(DayClock ledger) {
    this.ledger = ledger;
  }

  /** Happens before and after every movement. */
  void onMove(Runnable watcher) {
    watchers.add(watcher);
  }

  /** Lets time pass for all. */
  void tick(Duration time) {
    move(() -> {
      passed += time.toNanos();
      ledger.tick(time);
    });
  }

  void ledgerJumps(Duration ahead) {
    move(() -> ledger.tick(ahead));
  }

  void gateJumps(Duration ahead) {
    latestGate = Math.max(latestGate, gate());
    move(() -> gateAhead += ahead.toNanos());
  }

  private void move(Runnable move) {
    watchers.forEach(Runnable::run);
    move.run();
    watchers.forEach(Runnable::run);
  }

  /** Time passed, whatever any clock shows. */
  long passed() {
    return passed;
  }

  /** How far the gates' clock is behind what it showed before. */
  Duration gateBehind() {
    return Duration.ofNanos(Math.max(0, latestGate - gate()));
  }

  long gate() {
    return passed + gateAhead;
  }

  /** The ledger's time, as fine as it keeps it. */
  Instant now() {
    return ledger.now().truncatedTo(ChronoUnit.MICROS);
  }

  /** A node's: of its wall-clock nothing may depend, so it is off. */
  TimeSource node() {
    return new TimeSource() {
      @Override
      public Instant now() {
        return Instant.EPOCH.plusNanos(passed);
      }

      @Override
      public long nanos() {
        return passed;
      }
    };
  }
}

package dev.holdfast.app.bench;

import dev.holdfast.app.bench.load.Workload;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Events of which every other block of seats is held, to choose the best of what is left. */
final class HalfTaken {
  private static final int DONE = 200;

  /** Of what is left of an event such a part is sold, then the next event is. */
  private static final int SOLD_ONE_IN = 4;

  private final int block;
  private final int blocks;
  private final Supplier<Desk> another;
  private final Program program;
  private final Rig rig;
  private final Deque<Desk> events = new ArrayDeque<>();
  private int sold;

  /**
   * Begins with none.
   *
   * @param seats of each event
   * @param block how many are wanted together
   * @param another makes one event more
   */
  HalfTaken(int seats, int block, Supplier<Desk> another, Program program, Rig rig) {
    this.block = block;
    this.blocks = seats / block / 2;
    this.another = another;
    this.program = program;
    this.rig = rig;
  }

  private int callsPerEvent() {
    return Math.max(1, blocks / SOLD_ONE_IN);
  }

  /** Sees to it, outside the measured time, that so many calls find an event. */
  void ensure(long calls) {
    while ((long) events.size() * callsPerEvent() - sold < calls) {
      Desk event = another.get();
      int[] sent = {0};
      Workload half =
          (_, request) -> {
            int at = sent[0]++;
            if (at >= blocks) {
              return Workload.NOTHING;
            }
            event.hold(request, 2 * at * block, block, Tokens.next());
            return DONE;
          };
      var _ = rig.closedLoop(program, Trials.CONNECTIONS, half, Duration.ofMinutes(1));
      events.add(event);
    }
  }

  /** Holds the best block of what is left, each call another one. */
  Workload choices(SeatsioDesk service) {
    return (connection, request) -> {
      if (sold >= callsPerEvent()) {
        events.poll();
        sold = 0;
      }
      Desk event = events.peek();
      if (event == null) {
        return Workload.NOTHING;
      }
      sold++;
      service.best(request, event, block, connection);
      return DONE;
    };
  }
}

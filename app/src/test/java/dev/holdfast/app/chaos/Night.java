package dev.holdfast.app.chaos;

import dev.holdfast.app.history.Call;
import dev.holdfast.app.history.History;
import dev.holdfast.app.history.Line;
import dev.holdfast.app.history.Result;
import dev.holdfast.app.history.Standing;
import dev.holdfast.app.v1.TestVenue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One event of a run.
 *
 * @param recorder every call about it
 * @param callers one a node
 * @param booked the seats of acknowledged bookings, for the house to release some
 */
record Night(TestVenue venue, Recorder recorder, List<Caller> callers, Queue<Set<String>> booked) {
  private static final Duration QUIET_PACE = Duration.ofMillis(200);

  static Night of(TestVenue venue, Nodes nodes, Duration patience) {
    Recorder recorder = new Recorder();
    return new Night(
        venue,
        recorder,
        Caller.everywhere(nodes, venue, patience, recorder),
        new ConcurrentLinkedQueue<>());
  }

  String event() {
    return venue.eventKey();
  }

  /** Whether nothing is held any more; it is worth asking again in a while. */
  boolean isQuiet() {
    Pausing.lasting(QUIET_PACE);
    Call look = callers.getFirst().look();
    return look.result() == Result.DONE
        && look.sights().stream().noneMatch(sight -> sight.standing() == Standing.HELD);
  }

  /** All that is known of it. */
  History history(List<Line> journal, Instant zero) {
    return new History(
        recorder.calls(),
        recorder.statusCalls(),
        recorder.endings(),
        journal,
        Map.of(Hall.AREA, Hall.CAPACITY),
        zero);
  }
}

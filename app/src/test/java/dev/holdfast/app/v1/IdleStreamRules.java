package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.v1.SeatStream.Frame;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A stream of an event in which nothing happens. */
@WaitingRules
public abstract class IdleStreamRules extends V1Rules {
  /** Longer than any sensible pause between two signs of life. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(40);

  @Test
  void an_idle_stream_gives_signs_of_life() {
    try (SeatStream stream = SeatStream.of(venue)) {
      stream.snapshot();

      Frame sign = stream.poll(HEARTBEAT).orElseThrow(() -> new AssertionError("no sign of life"));

      assertTrue(sign.comment() && !SeatStream.isEnd(sign), sign::toString);
      venue.hold("A-1", token()).ok();
      assertEquals(1, stream.next().seq());
    }
  }
}

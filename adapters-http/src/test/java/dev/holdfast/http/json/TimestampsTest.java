package dev.holdfast.http.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimestampsTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-21T20:15:00Z, 2026-11-21T20:15:00.000Z",
    "2026-11-21T20:15:00.1Z, 2026-11-21T20:15:00.100Z",
    "2026-11-21T20:15:00.123456Z, 2026-11-21T20:15:00.123Z",
    "2026-12-31T23:59:59.999999Z, 2026-12-31T23:59:59.999Z",
  })
  void always_has_three_digits_and_never_tells_a_deadline_later_than_it_is(
      Instant instant, String text) {
    assertEquals(text, Timestamps.text(instant));
  }

  @Test
  void is_utc_wherever_the_server_stands() {
    assertEquals("1970-01-01T00:00:00.000Z", Timestamps.text(Instant.EPOCH));
  }
}

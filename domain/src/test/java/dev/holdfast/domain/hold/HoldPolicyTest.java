package dev.holdfast.domain.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class HoldPolicyTest {
  private static final Instant SINCE = Instant.parse("2026-12-31T12:00:00Z");

  private static Instant extended(Duration after, Duration ttl) {
    return HoldPolicy.STANDARD.extended(SINCE.plus(after), ttl, SINCE);
  }

  @Test
  void an_extension_counts_from_now() {
    assertEquals(
        SINCE.plus(Duration.ofMinutes(12)),
        extended(Duration.ofMinutes(10), Duration.ofMinutes(2)));
  }

  @Test
  void no_extension_outlives_a_day_from_the_first_hold() {
    Instant day = SINCE.plus(Duration.ofHours(24));
    assertEquals(day, extended(Duration.ofHours(23), Duration.ofHours(1)));
    assertEquals(day, extended(Duration.ofHours(23), Duration.ofHours(2)));
    assertEquals(day.minusSeconds(1), extended(Duration.ofHours(23), Duration.ofSeconds(3_599)));
  }
}

package dev.holdfast.domain.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TokenTermTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final TokenTerm TEN_MINUTES = TokenTerm.from(NOON, Duration.ofMinutes(10));

  private static Instant at(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void it_is_over_at_its_deadline_and_not_a_moment_before() {
    assertTrue(TEN_MINUTES.liveAt(at(10).minusNanos(1)));
    assertFalse(TEN_MINUTES.liveAt(at(10)));
  }

  @Test
  void nothing_is_made_that_lives_longer_than_two_hours() {
    assertEquals(at(120), TokenTerm.from(NOON, Duration.ofHours(3)).until());
    assertEquals(at(120), TEN_MINUTES.latest());
  }

  @Test
  void it_is_prolonged_up_to_two_hours_after_it_was_made_and_never_shortened() {
    assertEquals(at(20), TEN_MINUTES.prolongedTo(at(20)).until());
    assertEquals(at(120), TEN_MINUTES.prolongedTo(at(121)).until());
    assertEquals(TEN_MINUTES, TEN_MINUTES.prolongedTo(at(9)));
    assertEquals(NOON, TEN_MINUTES.prolongedTo(at(20)).since());
  }

  @Test
  void it_is_renewed_from_now_on_sooner_or_later_up_to_two_hours_after_it_was_made() {
    assertEquals(at(8), TEN_MINUTES.renewedAt(at(5), Duration.ofMinutes(3)).until());
    assertEquals(at(35), TEN_MINUTES.renewedAt(at(5), Duration.ofMinutes(30)).until());
    assertEquals(at(120), TEN_MINUTES.renewedAt(at(5), Duration.ofMinutes(116)).until());
    assertEquals(NOON, TEN_MINUTES.renewedAt(at(5), Duration.ofMinutes(3)).since());
    assertEquals(NOON, TEN_MINUTES.renewedAt(at(-5), Duration.ofMinutes(3)).until());
  }

  @Test
  void it_bounds_what_would_outlive_it() {
    assertEquals(at(10), TEN_MINUTES.bound(at(11)));
    assertEquals(at(9), TEN_MINUTES.bound(at(9)));
  }

  @Test
  void ended_it_is_over_at_once_and_one_that_is_over_stays_as_it_is() {
    assertFalse(TEN_MINUTES.endedAt(at(3)).liveAt(at(3)));
    assertEquals(at(3), TEN_MINUTES.endedAt(at(3)).until());
    assertEquals(TEN_MINUTES, TEN_MINUTES.endedAt(at(11)));
  }

  @Test
  void a_clock_that_jumped_back_ends_it_when_it_was_made() {
    assertEquals(NOON, TEN_MINUTES.endedAt(at(-5)).until());
  }

  @Test
  void one_that_expires_before_it_is_made_is_a_mistake() {
    assertThrows(IllegalArgumentException.class, () -> new TokenTerm(NOON, at(-1)));
  }
}

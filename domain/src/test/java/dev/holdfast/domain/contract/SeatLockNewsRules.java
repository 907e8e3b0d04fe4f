package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.port.ClaimAnswer.Passed;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.port.SeatNews.NowHeld;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** L20 to L33: what the gate learns from the ledger, and what it does not let itself be told. */
public interface SeatLockNewsRules extends SeatLockRules {
  @Test
  default void L20_a_seat_held_by_a_token_blocks_all_others() {
    learn(SeatLockRules.held("A-1", 3, ANN));
    assertPasses(ANN, "A-1");
    assertBlocked(claim(BEN, "A-1"), new BlockedSeat("A-1", false, 3));
  }

  @Test
  default void L21_news_of_a_free_seat_lets_the_next_pass_at_once() {
    learn(SeatLockRules.taken("taken", 1), SeatLockRules.held("held", 1, ANN));
    learn(SeatLockRules.free("taken", 2), SeatLockRules.free("held", 2));
    assertPasses(BEN, "taken", "held");
    assertHeld("held", 2);
  }

  @Test
  default void L22_a_hold_is_remembered_no_longer_than_it_lasts() {
    learn(new NowHeld("A-1", 1, ANN, moment()), SeatLockRules.held("A-2", 1, ANN));
    passMoment();
    assertEquals(1, entries());
    assertPasses(BEN, "A-1");
    assertHeld("A-2", 1);
  }

  @Test
  default void L23_older_news_changes_nothing() {
    for (SeatNews known : ofVersion("A-1", 8)) {
      EventId event = new EventId(known.getClass().getName().hashCode());
      locks().learn(event, List.of(known));
      for (SeatNews older : ofVersion("A-1", 7)) {
        locks().learn(event, List.of(older));
        assertKnown(event, known);
      }
    }
  }

  @Test
  default void L24_news_of_the_same_version_replaces_what_was_learned() {
    learnInTurn(8);
  }

  @Test
  default void L25_newer_news_replaces_what_was_learned() {
    learnInTurn(9);
  }

  private void learnInTurn(long laterVersion) {
    long id = 100;
    for (SeatNews known : ofVersion("A-1", 8)) {
      for (SeatNews later : ofVersion("A-1", laterVersion)) {
        EventId event = new EventId(id++);
        locks().learn(event, List.of(known));
        locks().learn(event, List.of(later));
        assertKnown(event, later);
      }
    }
  }

  private static List<SeatNews> ofVersion(String label, long version) {
    return List.of(
        SeatLockRules.free(label, version),
        SeatLockRules.held(label, version, ANN),
        SeatLockRules.taken(label, version));
  }

  /** Checks the seat A-1 without leaving a trace. */
  private void assertKnown(EventId event, SeatNews news) {
    switch (news) {
      case SeatNews.NowFree free -> {
        assertEquals(new Passed(), locks().claim(event, BEN, List.of(free.label()), LONG));
        // Withdrawing would forget the version as well; saying it again brings both back.
        locks().withdraw(event, BEN, List.of(free.label()));
        locks().learn(event, List.of(free));
      }
      case SeatNews.NowHeld held ->
          assertBlocked(
              locks().claim(event, BEN, List.of(held.label()), LONG),
              new BlockedSeat(held.label(), false, held.version()));
      case SeatNews.NowTaken taken ->
          assertBlocked(
              locks().claim(event, BEN, List.of(taken.label()), LONG),
              new BlockedSeat(taken.label(), true, taken.version()));
    }
  }

  @Test
  default void L26_newer_news_replaces_a_provisional_entry() {
    assertPasses(ANN, "bens", "sold", "mine", "free");
    learn(SeatLockRules.held("bens", 1, BEN), SeatLockRules.taken("sold", 1));
    learn(SeatLockRules.held("mine", 1, ANN), SeatLockRules.free("free", 1));
    assertBlocked(
        claim(ANN, "mine", "bens", "sold"),
        new BlockedSeat("bens", false, 1),
        new BlockedSeat("sold", true, 1));
    assertHeld("mine", 1);
    assertPasses(BEN, "free", "bens");
  }

  @Test
  default void L27_a_provisional_entry_keeps_the_version_known_before_as_its_floor() {
    for (long stale : List.of(5L, 4L)) {
      for (SeatNews late : ofVersion("A-" + stale, stale)) {
        learn(SeatLockRules.free(late.label(), 5));
        assertPasses(BEN, late.label());
        learn(late);
        assertHeld(late.label(), 5);
      }
    }
    learn(SeatLockRules.free("A-5", 6));
    assertPasses(CAT, "A-5");
  }

  @Test
  default void L28_a_new_life_does_not_lower_the_floor() {
    learn(SeatLockRules.free("A-1", 5));
    assertPasses(BEN, "A-1");
    assertPasses(BEN, "A-1");
    learn(SeatLockRules.taken("A-1", 5));
    assertHeld("A-1", 5);
    assertPasses(BEN, "A-1");
  }

  @Test
  default void L29_late_news_of_a_release_does_not_free_the_next_holder() {
    learn(SeatLockRules.held("A-1", 1, ANN));
    learn(SeatLockRules.free("A-1", 2));
    assertPasses(BEN, "A-1");
    learn(SeatLockRules.free("A-1", 2), SeatLockRules.free("A-2", 2));
    assertHeld("A-1", 2);
    learn(SeatLockRules.held("A-1", 3, BEN));
    learn(SeatLockRules.free("A-1", 2));
    learn(SeatLockRules.held("A-1", 1, ANN));
    assertHeld("A-1", 3);
    assertPasses(BEN, "A-1");
  }

  @Test
  default void L30_versions_are_compared_over_their_whole_range() {
    long beyondDoubles = 1L << 53;
    List<Long> rising =
        List.of(9L, 10L, 99L, 100L, beyondDoubles, beyondDoubles + 1, Long.MAX_VALUE - 1);
    for (long version : rising) {
      learn(SeatLockRules.free("A-1", version + 1));
      assertPasses(ANN, "A-1");
      learn(SeatLockRules.held("A-1", version, BEN));
      assertHeld("A-1", version + 1);
      withdraw(ANN, "A-1");
      learn(SeatLockRules.taken("A-1", version));
      learn(SeatLockRules.held("A-1", version + 1, BEN));
      learn(SeatLockRules.taken("A-1", version));
      assertHeld("A-1", version + 1);
    }
  }

  @Test
  default void L31_each_item_of_a_batch_is_judged_by_itself() {
    List<String> labels = SeatLockRules.mostSeats();
    learn(SeatLockRules.taken("2", 9), SeatLockRules.free("3", 5));
    assertPasses(BEN, "3");
    locks().learn(EVENT, labels.stream().map(it -> SeatLockRules.held(it, 5, ANN)).toList());
    assertTaken("2", 9);
    assertHeld("3", 5);
    assertPasses(BEN, "3");
    assertHeld("4", 5);
    assertBlocked(
        claim(ANN, "1", "2", "3", "200"),
        new BlockedSeat("2", true, 9),
        new BlockedSeat("3", false, 5));
    assertEquals(labels.size(), entries());
  }

  @Test
  default void L32_hearing_the_same_news_again_is_harmless() {
    for (int i = 0; i < 3; i++) {
      learn(SeatLockRules.held("A-1", 1, ANN), SeatLockRules.taken("A-2", 1));
      learn(SeatLockRules.free("A-3", 1));
    }
    assertEquals(3, entries());
    assertHeld("A-1", 1);
    assertTaken("A-2", 1);
    assertPasses(BEN, "A-3");
  }

  /** The one rule that needs the ten seconds themselves, so all entries share it. */
  @Test
  default void L33_no_entry_outlives_ten_seconds_whatever_it_was() {
    learn(SeatLockRules.taken("taken", 1), SeatLockRules.free("free", 1));
    learn(new NowHeld("held", 1, ANN, Duration.ofDays(36_500_000)));
    learn(new NowHeld("forever", 1, ANN, Duration.ofSeconds(Long.MAX_VALUE)));
    assertPasses(ANN, "provisional");
    List<SeatNews> crowd =
        IntStream.range(0, 150).mapToObj(it -> SeatLockRules.taken("c" + it, 1)).toList();
    locks().learn(new EventId(8), crowd);
    assertEquals(155, entries());
    pass(SeatLockPort.MAX_TTL);
    assertEquals(0, entries());
    assertPasses(BEN, "taken", "free", "held", "forever", "provisional");
    // With the entry its version is forgotten: older news is news again.
    assertEquals(new Passed(), locks().claim(new EventId(8), BEN, List.of("c1"), LONG));
  }
}

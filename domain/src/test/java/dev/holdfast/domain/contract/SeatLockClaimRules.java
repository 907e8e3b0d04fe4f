package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.port.ClaimAnswer.Passed;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.port.SeatNews.NowHeld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** L1 to L19: who passes, who is named, what is taken back. */
public interface SeatLockClaimRules extends SeatLockRules {
  @Test
  default void L1_the_first_token_passes_and_stands_in_the_way_of_others() {
    assertPasses(ANN, "A-1");
    assertBlocked(claim(BEN, "A-1"), new BlockedSeat("A-1", false, 0));
  }

  @Test
  default void L2_a_claim_is_all_or_nothing() {
    assertPasses(ANN, "A-2");
    assertBlocked(claim(BEN, "A-1", "A-2", "A-3"), new BlockedSeat("A-2", false, 0));
    assertEquals(1, entries());
    assertPasses(CAT, "A-1", "A-3");
  }

  @Test
  default void L3_exactly_the_blocking_seats_are_named_in_the_order_of_the_claim() {
    learn(SeatLockRules.taken("d", 4), SeatLockRules.free("c", 3), SeatLockRules.held("a", 2, ANN));
    assertPasses(CAT, "e");
    assertPasses(BEN, "f");
    assertBlocked(
        claim(BEN, "e", "f", "d", "c", "b", "a"),
        new BlockedSeat("e", false, 0),
        new BlockedSeat("d", true, 4),
        new BlockedSeat("a", false, 2));
  }

  @Test
  default void L4_a_token_passes_its_own_entries_again() {
    learn(SeatLockRules.held("A-2", 5, ANN));
    assertPasses(ANN, "A-1");
    assertPasses(ANN, "A-1", "A-2", "A-3");
    for (String label : List.of("A-1", "A-3")) {
      assertHeld(label, 0);
    }
    assertHeld("A-2", 5);
  }

  @Test
  default void L5_a_lost_answer_is_cured_by_asking_again() {
    for (int i = 0; i < 3; i++) {
      assertPasses(ANN, "A-1", "A-2");
      assertBlocked(claim(BEN, "A-2"), new BlockedSeat("A-2", false, 0));
    }
    assertEquals(2, entries());
  }

  @Test
  default void L6_a_provisional_entry_lapses_by_itself() {
    locks().claim(EVENT, ANN, List.of("A-1", "A-2"), moment());
    passMoment();
    assertEquals(0, entries());
    assertPasses(BEN, "A-1", "A-2");
  }

  @Test
  default void L7_claiming_again_gives_a_provisional_entry_a_new_life_longer_or_shorter() {
    locks().claim(EVENT, ANN, List.of("longer"), moment());
    locks().claim(EVENT, ANN, List.of("longer"), LONG);
    locks().claim(EVENT, ANN, List.of("shorter"), LONG);
    locks().claim(EVENT, ANN, List.of("shorter"), moment());
    passMoment();
    assertHeld("longer", 0);
    assertPasses(BEN, "shorter");
  }

  @Test
  default void L8_a_confirmed_entry_of_the_claimant_keeps_its_life() {
    learn(new NowHeld("short", 3, ANN, moment()), SeatLockRules.held("long", 4, ANN));
    locks().claim(EVENT, ANN, List.of("short"), LONG);
    locks().claim(EVENT, ANN, List.of("long"), moment());
    passMoment();
    assertHeld("long", 4);
    // Where the moment was over before the claim came, that claim made a provisional entry.
    assertHeldAtMostProvisionally("short");
  }

  private void assertHeldAtMostProvisionally(String label) {
    withdraw(ANN, label);
    assertPasses(BEN, label);
  }

  @Test
  default void L9_a_taken_seat_blocks_everybody_also_its_last_holder() {
    learn(SeatLockRules.held("A-1", 1, ANN));
    learn(SeatLockRules.taken("A-1", 2));
    for (HoldToken token : List.of(ANN, BEN)) {
      assertBlocked(claim(token, "A-1"), new BlockedSeat("A-1", true, 2));
    }
  }

  @Test
  default void L10_what_is_withdrawn_lets_the_next_pass_at_once() {
    assertPasses(ANN, "A-1", "A-2");
    withdraw(ANN, "A-1");
    assertEquals(1, entries());
    assertPasses(BEN, "A-1");
    assertHeld("A-2", 0);
  }

  @Test
  default void L11_a_stale_token_cannot_withdraw_anothers_claim() {
    locks().claim(EVENT, ANN, List.of("A-1"), moment());
    passMoment();
    assertPasses(BEN, "A-1");
    withdraw(ANN, "A-1");
    assertHeld("A-1", 0);
  }

  @Test
  default void L12_what_the_ledger_confirmed_cannot_be_withdrawn() {
    learn(SeatLockRules.held("held", 1, ANN), SeatLockRules.taken("taken", 2));
    learn(SeatLockRules.free("free", 3), SeatLockRules.held("bens", 4, BEN));
    assertPasses(ANN, "held");
    withdraw(ANN, "held", "taken", "free", "bens");
    assertEquals(4, entries());
    assertHeld("held", 1);
    assertHeld("bens", 4);
    assertTaken("taken", 2);
  }

  @Test
  default void L13_withdrawing_again_or_what_was_never_there_does_nothing() {
    assertPasses(ANN, "A-1");
    for (int i = 0; i < 3; i++) {
      withdraw(ANN, "A-1", "A-2");
    }
    assertPasses(BEN, "A-1");
    withdraw(ANN, "A-1");
    assertHeld("A-1", 0);
  }

  @Test
  default void L14_events_do_not_share() {
    List<Long> ids = List.of(0L, 1L, 11L, -1L, Long.MAX_VALUE, Long.MIN_VALUE);
    for (long id : ids) {
      HoldToken owner = new HoldToken("owner of " + id);
      assertEquals(new Passed(), locks().claim(new EventId(id), owner, List.of("1", "11"), LONG));
    }
    locks().withdraw(new EventId(1), new HoldToken("owner of 1"), List.of("1", "11"));
    locks().learn(new EventId(0), List.of(SeatLockRules.taken("1", 9)));
    assertEquals(2 * ids.size() - 2, entries());
    assertBlocked(
        locks().claim(new EventId(11), ANN, List.of("1"), LONG), new BlockedSeat("1", false, 0));
  }

  @Test
  default void L15_labels_may_have_any_characters_and_are_never_mistaken_for_each_other() {
    List<String> labels = SeatLockLabels.ODD;
    for (int i = 0; i < labels.size(); i++) {
      assertPasses(new HoldToken("owner " + i), labels.get(i));
    }
    assertEquals(labels.size(), entries());
    BlockedSeat[] all =
        labels.stream().map(it -> new BlockedSeat(it, false, 0)).toArray(BlockedSeat[]::new);
    assertBlocked(locks().claim(EVENT, CAT, labels, LONG), all);
    for (int i = 0; i < labels.size(); i++) {
      withdraw(new HoldToken("owner " + i), labels.get(i));
      assertEquals(labels.size() - i - 1, entries());
    }
  }

  @Test
  default void L16_tokens_are_compared_exactly() {
    assertPasses(ANN, "A-1");
    learn(SeatLockRules.held("A-2", 1, ANN));
    for (String other :
        List.of("Ann", "an", "ann ", "ann\0", ":ann", "0:ann", "\u00e4nn", "ann:")) {
      HoldToken token = new HoldToken(other);
      assertBlocked(claim(token, "A-1"), new BlockedSeat("A-1", false, 0));
      assertBlocked(claim(token, "A-2"), new BlockedSeat("A-2", false, 1));
      withdraw(token, "A-1");
    }
    HoldToken longest = new HoldToken("\ud83c\udfad: {".repeat(51));
    assertPasses(longest, "A-3");
    assertPasses(longest, "A-3");
  }

  @Test
  default void L17_a_call_takes_1_to_200_distinct_seats() {
    List<String> most = SeatLockRules.mostSeats();
    List<String> tooMany = new ArrayList<>(most);
    tooMany.add("201");
    for (List<String> bad : List.of(List.<String>of(), tooMany, List.of("A-1", "A-2", "A-1"))) {
      assertRefused(() -> locks().claim(EVENT, ANN, bad, LONG));
      assertRefused(() -> locks().withdraw(EVENT, ANN, bad));
      List<SeatNews> news = bad.stream().map(it -> SeatLockRules.taken(it, 1)).toList();
      assertRefused(() -> locks().learn(EVENT, news));
    }
    assertEquals(0, entries());
    assertEquals(new Passed(), locks().claim(EVENT, ANN, most, LONG));
    List<String> backwards = new ArrayList<>(most);
    Collections.reverse(backwards);
    assertBlocked(
        locks().claim(EVENT, BEN, backwards, LONG),
        backwards.stream().map(it -> new BlockedSeat(it, false, 0)).toArray(BlockedSeat[]::new));
    locks().withdraw(EVENT, ANN, most);
    assertEquals(0, entries());
  }

  @Test
  default void L18_a_claim_lives_more_than_nothing_and_at_most_ten_seconds() {
    List<Duration> bad =
        List.of(
            Duration.ZERO,
            Duration.ofMillis(-1),
            SeatLockPort.MAX_TTL.plusNanos(1),
            Duration.ofSeconds(Long.MAX_VALUE));
    for (Duration ttl : bad) {
      assertRefused(() -> locks().claim(EVENT, ANN, List.of("A-1"), ttl));
    }
    assertEquals(0, entries());
    assertEquals(new Passed(), locks().claim(EVENT, ANN, List.of("A-1"), Duration.ofNanos(1)));
  }

  @Test
  default void L19_text_without_a_meaning_is_refused_and_never_confused() {
    for (String bad : Arrays.asList("\ud83c", "A\udfad", "\udfad\ud83c")) {
      assertRefused(() -> claim(ANN, bad));
      assertRefused(() -> claim(new HoldToken(bad), "A-1"));
      assertRefused(() -> withdraw(ANN, bad));
      assertRefused(() -> withdraw(new HoldToken(bad), "A-1"));
      assertRefused(() -> learn(SeatLockRules.taken(bad, 1)));
      assertRefused(() -> learn(SeatLockRules.held("A-1", 1, new HoldToken(bad))));
    }
    assertRefused(() -> learn(SeatLockRules.taken("A-1", 0)));
    assertRefused(() -> learn(SeatLockRules.free("A-1", -1)));
    assertEquals(0, entries());
  }

  private void assertRefused(Runnable call) {
    assertThrows(IllegalArgumentException.class, call::run);
  }
}

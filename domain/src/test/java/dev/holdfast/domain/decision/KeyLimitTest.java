package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeyLimitTest {
  private static Day day() {
    return new Day().play("layout pit=9\nlayout floor=9");
  }

  @Test
  void many_tokens_together_hold_through_a_key_what_it_may_and_no_more() {
    Day day =
        day()
            .play(
                """
                hold ada A-1 60s via 7/3       => A-1 till 60s v1
                hold bob A-2 60s via 7/3       => A-2 till 60s v1
                hold eve A-3,A-4 60s via 7/3   => no: KeyLimit 3: A-3 v0, A-4 v0
                see A-3                        => untouched
                hold eve A-3 60s via 7/3       => A-3 till 60s v1
                hold eve A-4 60s via 7/3       => no: KeyLimit 3: A-4 v0
                hold eve A-4 60s via 8/3       => A-4 till 60s v1
                hold eve A-5 60s               => A-5 till 60s v1
                """);
    assertEquals(3, day.office().heldThrough(7));
    assertEquals(1, day.office().heldThrough(8));
  }

  @Test
  void places_count_by_their_number_and_a_seat_counts_one() {
    day()
        .play(
            """
            hold ada A-1,pit*4 60s via 7/6   => A-1 till 60s v1, pit*4 till 60s v1
            hold bob pit*2 60s via 7/6       => no: KeyLimit 6: pit v1
            hold bob pit*1 60s via 7/6       => pit*1 till 60s v2
            hold ada pit*1 60s via 7/6       => no: KeyLimit 6: pit v2
            hold ada pit/gold*1 60s via 7/6  => no: KeyLimit 6: pit v2
            """);
  }

  @Test
  void what_the_token_holds_already_counts_nothing() {
    day()
        .play(
            """
            hold ada A-1,A-2 60s via 7/2     => A-1 till 60s v1, A-2 till 60s v1
            hold ada A-1,A-2 60s via 7/2     => A-1 till 60s v1, A-2 till 60s v1
            hold ada A-1,A-3 60s via 7/2     => no: KeyLimit 2: A-1 v1, A-3 v0
            hold ada A-1 60s via 8/1         => A-1 till 60s v1
            hold ada A-3 60s via 8/1         => A-3 till 60s v1
            """);
  }

  @Test
  void room_comes_back_by_booking() {
    day()
        .play(
            """
            hold ada A-1,pit*3 60s via 7/4   => A-1 till 60s v1, pit*3 till 60s v1
            book ada A-1                     => booked A-1 v2
            hold bob A-2 60s via 7/4         => A-2 till 60s v1
            hold bob A-3 60s via 7/4         => no: KeyLimit 4: A-3 v0
            book ada pit+2                   => booked pit*2 v2
            hold bob A-3,A-4 60s via 7/4     => A-3 till 60s v1, A-4 till 60s v1
            hold bob A-5 60s via 7/4         => no: KeyLimit 4: A-5 v0
            book ada pit                     => booked pit*1 v3
            hold bob A-5 60s via 7/4         => A-5 till 60s v1
            """);
  }

  @Test
  void room_comes_back_by_releasing_by_whomever() {
    day()
        .play(
            """
            hold ada A-1,A-2,pit*4 60s via 7/6  => A-1 till 60s v1, A-2 till 60s v1, pit*4 till 60s v1
            release ada A-1,pit+1               => freed A-1 v2, pit v2
            hold bob A-3,A-4 60s via 7/6        => A-3 till 60s v1, A-4 till 60s v1
            hold bob A-5 60s via 7/6            => no: KeyLimit 6: A-5 v0
            free A-2                            => freed A-2 v2
            free! pit                           => freed pit*3 v3
            hold bob pit*4 60s via 7/6          => pit*4 till 60s v4
            hold bob A-5 60s via 7/6            => no: KeyLimit 6: A-5 v0
            expire-token bob                    => ended 3
            hold eve pit*6 60s via 7/6          => pit*6 till 60s v6
            """);
  }

  @Test
  void room_comes_back_at_the_deadline_swept_or_not() {
    day()
        .play(
            """
            hold ada A-1,pit*2 10s via 7/3   => A-1 till 10s v1, pit*2 till 10s v1
            tick 9.999999s
            hold bob A-2 60s via 7/3         => no: KeyLimit 3: A-2 v0
            tick 0.000001s
            hold bob A-2,A-3 60s via 7/3     => A-2 till 70s v1, A-3 till 70s v1
            hold bob A-4,A-5 60s via 7/3     => no: KeyLimit 3: A-4 v0, A-5 v0
            sweep                            => ended 2
            hold bob A-4,A-5 60s via 7/3     => no: KeyLimit 3: A-4 v0, A-5 v0
            hold bob A-4 60s via 7/3         => A-4 till 70s v1
            hold bob A-5 60s via 7/3         => no: KeyLimit 3: A-5 v0
            """);
  }

  @Test
  void taking_over_a_lapsed_seat_counts_it_once() {
    day()
        .play(
            """
            hold ada A-1 10s via 7/2         => A-1 till 10s v1
            tick 10s
            hold bob A-1 60s via 7/2         => A-1 till 70s v3
            & hold bob A-2 60s via 7/2       => A-2 till 70s v1
            & hold bob A-3 60s via 7/2       => no: KeyLimit 2: A-3 v0
            """);
  }

  @Test
  void extending_keeps_the_key_that_a_hold_was_made_through() {
    Day day =
        day()
            .play(
                """
                hold ada A-1,pit*2 10s via 7/3   => A-1 till 10s v1, pit*2 till 10s v1
                extend ada * 60s                 => A-1 till 60s v2, pit till 60s v2
                tick 30s
                hold bob A-2 60s via 7/3         => no: KeyLimit 3: A-2 v0
                """);
    assertEquals(3, day.office().heldThrough(7));
  }

  @Test
  void places_that_join_a_hold_bring_all_of_it_to_the_key_they_are_held_through() {
    Day day =
        day()
            .play(
                """
                hold ada pit*2 60s via 7/3       => pit*2 till 60s v1
                hold ada pit*2 60s via 8/3       => no: KeyLimit 3: pit v1
                hold ada pit*1 60s via 8/3       => pit*3 till 60s v2
                hold ada A-1,A-2,A-3 60s via 7/3 => A-1 till 60s v1, A-2 till 60s v1, A-3 till 60s v1
                hold bob floor*2 60s             => floor*2 till 60s v1
                hold bob floor*2 60s via 9/3     => no: KeyLimit 3: floor v1
                hold bob floor*1 60s via 9/3     => floor*3 till 60s v2
                hold bob A-4 60s via 9/3         => no: KeyLimit 3: A-4 v0
                """);
    assertEquals(3, day.office().heldThrough(7));
    assertEquals(3, day.office().heldThrough(8));
    assertEquals(3, day.office().heldThrough(9));
  }

  @Test
  void the_cap_is_counted_within_one_transaction_too() {
    day()
        .play(
            """
            hold ada A-1 60s via 7/3         => A-1 till 60s v1
            & hold bob pit*2 60s via 7/3     => pit*2 till 60s v1
            & hold eve A-2 60s via 7/3       => no: KeyLimit 3: A-2 v0
            & book bob pit+1                 => booked pit*1 v2
            & hold eve A-2 60s via 7/3       => A-2 till 60s v1
            & hold eve A-3 60s via 7/3       => no: KeyLimit 3: A-3 v0
            & free! pit                      => freed pit*2 v4
            & hold eve A-3,A-4 60s via 7/3   => no: KeyLimit 3: A-3 v0, A-4 v0
            & hold eve A-3 60s via 7/3       => A-3 till 60s v1
            """);
  }

  @Test
  void a_cap_that_was_lowered_frees_nothing_and_lets_nothing_more_in() {
    day()
        .play(
            """
            hold ada A-1,A-2,A-3 60s via 7/3 => A-1 till 60s v1, A-2 till 60s v1, A-3 till 60s v1
            hold bob A-4 60s via 7/1         => no: KeyLimit 1: A-4 v0
            hold ada A-1,A-2 60s via 7/1     => A-1 till 60s v1, A-2 till 60s v1
            book ada A-1,A-2,A-3             => booked A-1 v2, booked A-2 v2, booked A-3 v2
            hold bob A-4 60s via 7/1         => A-4 till 60s v1
            """);
  }

  @Test
  void the_caps_are_told_before_the_seats_that_are_gone() {
    Duration life = Duration.ofHours(24);
    new Day(new HoldPolicy(life, life, 1))
        .play(
            """
            hold ada A-1 60s via 7/1       => A-1 till 60s v1
            hold bob A-1,A-2 60s via 7/1   => no: TokenLimit 1: A-1 v1, A-2 v0; KeyLimit 1: A-1 v1, A-2 v0; AlreadyHeld A-1 v1
            """);
  }

  @Test
  void a_key_that_was_not_counted_does_not_pass_for_one_that_holds_nothing() {
    Day day = day();
    Hold hold = day.hold("ada", "pit*1", Duration.ofMinutes(1));
    Command<?> capped = day.command(List.of("hold", "ada", "pit*1", "60s", "via", "7/3"));
    assertThrows(IllegalStateException.class, () -> capped.decide(desk(day, hold.reads())));
    assertInstanceOf(Outcome.Accepted.class, capped.decide(desk(day, capped.reads())));
  }

  private static EventDesk desk(Day day, ReadWish.OfEvent wish) {
    return new EventDesk(
        new EventHead(day.office().event, 0, BoxOffice.LAYOUT),
        wish,
        LedgerReads.OfEvent.NOTHING,
        DayClock.OPENING,
        HoldPolicy.STANDARD);
  }
}

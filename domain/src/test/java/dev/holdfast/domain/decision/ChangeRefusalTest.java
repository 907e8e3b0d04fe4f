package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.decision.Goal.Take;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.seat.Resale;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which changes of seats are refused, and that they change nothing (section 15.4). */
final class ChangeRefusalTest {
  private final Day day = new Day().play("begin ada 900s\nbegin bob 900s");

  @Test
  void what_somebody_holds_is_not_held_booked_or_freed_with_another_token() {
    day.play(
        """
        change hold ada A-1          => A-1 held by ada till 900s v1
        change hold bob A-1          => no: AlreadyHeld A-1 v1
        change booked bob A-1        => no: AlreadyHeld A-1 v1
        change lost bob A-1          => no: AlreadyHeld A-1 v1
        change resale bob A-1        => no: AlreadyHeld A-1 v1
        change free bob A-1          => no: AlreadyHeld A-1 v1
        see A-1                      => held by ada till 900s v1
        """);
  }

  @Test
  void what_is_booked_is_not_held_or_booked_again_not_even_by_whoever_has_it() {
    day.play(
        """
        change booked ada A-1        => A-1 booked by ada v1
        change hold ada A-1          => no: AlreadyTaken A-1 v1
        change hold bob A-1          => no: AlreadyTaken A-1 v1
        change booked ada A-1        => no: AlreadyTaken A-1 v1
        change booked - A-1          => no: AlreadyTaken A-1 v1
        see A-1                      => booked by ada v1
        """);
  }

  @Test
  void I4_a_token_that_is_unknown_or_over_does_nothing() {
    day.play(
        """
        begin eve 60s
        change hold eve A-1          => A-1 held by eve till 60s v1
        change hold zoe A-2          => no: TokenOver[]
        change booked zoe A-2        => no: TokenOver[]
        change free zoe A-2          => no: TokenOver[]
        tick 60s
        change booked eve A-1        => no: TokenOver[]
        change free eve A-1          => no: TokenOver[]
        change hold eve A-2          => no: TokenOver[]
        see A-1                      => held by eve till 60s v1
        see A-2                      => untouched
        """);
  }

  @Test
  void I4_a_token_that_was_ended_does_nothing_and_the_house_can_act_on_what_it_held() {
    day.play(
        """
        change hold ada A-1,A-2      => A-1 held by ada till 900s v1, A-2 held by ada till 900s v1
        end ada                      => true
        change booked ada A-1        => no: TokenOver[]
        change hold bob A-1          => no: AlreadyHeld A-1 v1
        change booked - A-1          => A-1 booked by ada v2
        change free - A-2            => A-2 free v2
        """);
  }

  @Test
  void a_made_up_token_is_known_by_what_it_holds_live_in_the_event() {
    day.play(
        """
        hold eve A-1 60s             => A-1 till 60s v1
        change booked eve A-2        => A-2 booked by eve v1
        change booked eve A-1        => A-1 booked by eve v2
        change booked eve A-3        => no: TokenOver[]
        hold eve A-3 60s             => A-3 till 60s v1
        tick 60s
        change free eve A-3          => no: TokenOver[]
        """);
  }

  @Test
  void it_may_be_asked_from_which_statuses_a_seat_changes() {
    day.play(
        """
        change hold ada A-1          => A-1 held by ada till 900s v1
        change booked - A-2          => A-2 booked v1
        change lost - A-3            => A-3 lost v1
        change resale - A-4          => A-4 resale [resale] v1
        change gone - A-1,A-2,A-3,A-4,A-5 if=free => no: StatusNotAllowed A-1 v1 held; \
        StatusNotAllowed A-2 v1 booked; StatusNotAllowed A-3 v1 lost; \
        StatusNotAllowed A-4 v1 resale
        change gone - A-1,A-2,A-3,A-4,A-5 unless=held,lost,free => \
        no: StatusNotAllowed A-1 v1 held; StatusNotAllowed A-3 v1 lost; \
        StatusNotAllowed A-5 v0 free
        change gone - A-5 if=        => no: StatusNotAllowed A-5 v0 free
        change gone - A-3,A-5 if=free,lost unless=lost => no: StatusNotAllowed A-3 v1 lost
        change gone - A-3,A-5 if=free,lost,other unless=booked => A-3 gone v2, A-5 gone v1
        change free - A-3 if=lost    => no: StatusNotAllowed A-3 v2 gone
        change hold bob A-4 unless=resale => no: StatusNotAllowed A-4 v1 resale
        """);
  }

  @Test
  void a_status_that_is_not_allowed_is_told_before_who_has_the_seat() {
    day.play(
        """
        change hold ada A-1          => A-1 held by ada till 900s v1
        change hold bob A-1 if=free  => no: StatusNotAllowed A-1 v1 held
        """);
  }

  @Test
  void a_hold_that_lapsed_counts_for_free() {
    day.play(
        """
        hold eve A-1,A-2 60s         => A-1 till 60s v1, A-2 till 60s v1
        tick 60s
        change booked - A-1 unless=free => no: StatusNotAllowed A-1 v1 free
        change booked - A-1 if=free  => A-1 booked v3
        see A-2                      => held by eve till 60s v1
        """);
  }

  @Test
  void what_is_not_for_sale_or_in_anothers_channel_is_neither_held_nor_sold() {
    day.play(
        """
        change hold ada A-1 unsold=A-1      => no: NotForSale A-1 v0
        change booked ada A-1 unsold=A-1    => no: NotForSale A-1 v0
        change booked - A-1 unsold=A-1      => no: NotForSale A-1 v0
        change lost - A-1 unsold=A-1        => no: NotForSale A-1 v0
        change hold ada A-1 elsewhere=A-1   => no: NotForSale A-1 v0
        change booked - A-1 elsewhere=A-1   => no: NotForSale A-1 v0
        see A-1                             => untouched
        """);
  }

  @Test
  void what_was_sold_before_the_rules_goes_on_as_it_began() {
    day.play(
        """
        change hold ada A-1                 => A-1 held by ada till 900s v1
        change hold ada A-1 unsold=A-1      => A-1 held by ada till 900s v2
        change booked ada A-1 unsold=A-1    => A-1 booked by ada v3
        change lost - A-1 elsewhere=A-1     => A-1 lost by ada v4
        change free - A-1 unsold=A-1        => A-1 free v5
        change free - A-1 elsewhere=A-1     => A-1 free v6
        """);
  }

  @Test
  void I3_one_seat_that_is_gone_refuses_all_of_them_and_each_is_told() {
    day.play(
        """
        change booked - A-2          => A-2 booked v1
        change hold bob A-4          => A-4 held by bob till 900s v1
        change hold ada A-1,A-2,A-3,A-4 => no: AlreadyTaken A-2 v1; AlreadyHeld A-4 v1
        see A-1                      => untouched
        see A-3                      => untouched
        change hold ada A-1,A-3      => A-1 held by ada till 900s v1, A-3 held by ada till 900s v1
        """);
    assertEquals(4, day.office().journal().size());
  }

  @Test
  void a_token_holds_no_more_objects_than_it_may_a_record_counting_one() {
    Day strict =
        new Day(new HoldPolicy(Duration.ofHours(24), Duration.ofHours(24), 3))
            .play("layout pit=9\nbegin ada 900s");
    strict.play(
        """
        change hold ada A-1,A-2,A-3,A-4 => \
        no: TokenLimit 3: A-1 v0, A-2 v0, A-3 v0, A-4 v0
        change hold ada A-1,pit*2       => A-1 held by ada till 900s v1, \
        pit free 7 held 2 taken 0 v1
        change hold ada A-1,pit*1,A-2   => A-1 held by ada till 900s v2, \
        pit free 6 held 3 taken 0 v2, A-2 held by ada till 900s v1
        change hold ada A-3             => no: TokenLimit 3: A-3 v0
        change hold ada pit:kid*1       => no: TokenLimit 3: pit v2
        change hold ada A-1,A-2,pit*1   => A-1 held by ada till 900s v3, \
        A-2 held by ada till 900s v2, pit free 5 held 4 taken 0 v3
        change booked ada A-1           => A-1 booked by ada v4
        change hold ada pit:kid*1,pit:kid*1 => pit free 3 held 6 taken 0 v5
        change booked ada A-4           => A-4 booked by ada v1
        """);
  }

  @Test
  void a_status_is_one_to_64_characters_and_neither_free_nor_held() {
    assertThrows(IllegalArgumentException.class, () -> take(""));
    assertThrows(IllegalArgumentException.class, () -> take("x".repeat(65)));
    assertThrows(IllegalArgumentException.class, () -> take("free"));
    assertThrows(IllegalArgumentException.class, () -> take("held"));
    assertThrows(IllegalArgumentException.class, () -> take("resale"));
    assertThrows(
        IllegalArgumentException.class, () -> new Take("lost", Optional.empty(), new Resale(null)));
    assertEquals("x".repeat(64), take("x".repeat(64)).status());
  }

  private static Take take(String status) {
    return new Take(status, Optional.empty(), null);
  }

  @Test
  void commands_of_one_transaction_find_what_those_before_them_left() {
    day.play(
        """
        change hold ada A-1          => A-1 held by ada till 900s v1
        & change hold bob A-1        => no: AlreadyHeld A-1 v1
        & change booked ada A-1      => A-1 booked by ada v2
        & change hold bob A-1        => no: AlreadyTaken A-1 v2
        & change free - A-1          => A-1 free v3
        & change hold bob A-1        => A-1 held by bob till 900s v4
        & hold eve A-1 60s           => no: AlreadyHeld A-1 v4
        & hold eve A-2 60s           => A-2 till 60s v1
        & change booked eve A-2      => A-2 booked by eve v2
        & change booked eve A-3      => no: TokenOver[]
        """);
    assertEquals(List.of("6 booked A-2 v2 was held by eve #5"), day.journalFrom(6));
  }
}

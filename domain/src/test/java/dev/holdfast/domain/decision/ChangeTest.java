package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Seats on their way from one status to another (seats.io dialect, section 15.4). */
final class ChangeTest {
  private final Day day = new Day().play("begin ada 900s\nbegin bob 900s");

  private void journal(String... lines) {
    assertEquals(List.of(lines), day.journalFrom(1));
  }

  @Test
  void a_free_seat_is_held_then_booked_by_its_holder_then_free_again() {
    day.play(
        """
        change hold ada A-1/gold     => A-1 held by ada till 900s v1
        change booked ada A-1/gold   => A-1 booked by ada v2
        change free - A-1/gold       => A-1 free v3
        see A-1                      => free v3
        """);
    journal(
        "1 held A-1 v1 was free by ada #1 till 900s",
        "2 booked A-1 v2 was held by ada #1",
        "3 released A-1 v3 was booked by ada #1");
  }

  @Test
  void a_hold_lasts_as_long_as_its_token_or_by_itself_where_that_has_no_term() {
    day.play(
        """
        tick 100s
        change hold ada A-1 for=1s   => A-1 held by ada till 900s v1
        hold eve A-2 200s            => A-2 till 300s v1
        change hold eve A-3 for=50s  => A-3 held by eve till 150s v1
        tick 50s
        sweep                        => ended 1
        tick 750s
        sweep                        => ended 2
        """);
  }

  @Test
  void a_free_seat_becomes_whatever_the_house_calls_it() {
    day.play(
        """
        change booked - A-1          => A-1 booked v1
        change lost - A-2            => A-2 lost v1
        change resale - A-3          => A-3 resale [resale] v1
        change resale - A-4 listing=L1 => A-4 resale [resale=L1] v1
        change booked ada A-5        => A-5 booked by ada v1
        """);
    journal(
        "1 booked A-1 v1 was free by nobody #0",
        "2 booked A-2 v1 was free by nobody #0 as lost",
        "3 booked A-3 v1 was free by nobody #0 as resale",
        "4 booked A-4 v1 was free by nobody #0 as resale",
        "5 booked A-5 v1 was free by ada #0");
  }

  @Test
  void what_is_taken_is_called_otherwise_in_the_same_hands() {
    day.play(
        """
        change hold ada A-1          => A-1 held by ada till 900s v1
        change lost ada A-1          => A-1 lost by ada v2
        tick 10s
        change found bob A-1         => A-1 found by ada v3
        change booked - A-1          => A-1 booked by ada v4
        change checked - A-1         => A-1 checked by ada v5
        change resale - A-1          => A-1 resale by ada [resale] v6
        """);
    journal(
        "1 held A-1 v1 was free by ada #1 till 900s",
        "2 booked A-1 v2 was held by ada #1 as lost",
        "3 changed A-1 v3 was lost by ada #1 as found",
        "4 changed A-1 v4 was found by ada #1 as booked",
        "5 changed A-1 v5 was booked by ada #1 as checked",
        "6 changed A-1 v6 was checked by ada #1 as resale");
  }

  @Test
  void what_is_called_otherwise_can_be_held_and_is_free_when_that_ends() {
    day.play(
        """
        change lost - A-1            => A-1 lost v1
        change hold ada A-1          => A-1 held by ada till 900s v2
        change free ada A-1          => A-1 free v3
        """);
    journal(
        "1 booked A-1 v1 was free by nobody #0 as lost",
        "2 held A-1 v2 was lost by ada #2 till 900s",
        "3 released A-1 v3 was held by ada #2");
  }

  @Test
  void the_house_books_and_frees_what_somebody_holds() {
    day.play(
        """
        change hold ada A-1,A-2,A-3  => A-1 held by ada till 900s v1, \
        A-2 held by ada till 900s v1, A-3 held by ada till 900s v1
        change booked - A-1          => A-1 booked by ada v2
        change free - A-2            => A-2 free v2
        change lost - A-3            => A-3 lost by ada v2
        change hold bob A-2          => A-2 held by bob till 900s v3
        """);
  }

  @Test
  void free_as_a_status_is_a_release_with_the_token_or_without() {
    day.play(
        """
        change hold ada A-1          => A-1 held by ada till 900s v1
        change free ada A-1          => A-1 free v2
        change booked ada A-1        => A-1 booked by ada v3
        change free ada A-1          => A-1 free v4
        change lost - A-1            => A-1 lost v5
        change free - A-1            => A-1 free v6
        """);
  }

  @Test
  void freeing_what_is_free_succeeds_and_is_told() {
    day.play(
        """
        change free - A-1            => A-1 free v1
        change free ada A-1 order=o1 => A-1 free [order=o1] v2
        see A-1                      => free [order=o1] v2
        change free - A-1            => A-1 free v3
        """);
    journal(
        "1 changed A-1 v1 was free by nobody #0",
        "2 changed A-1 v2 was free by nobody #0 [order=o1]",
        "3 changed A-1 v3 was free by nobody #0");
  }

  @Test
  void holding_again_keeps_hold_and_deadline_and_changes_what_hangs_on_it() {
    day.play(
        """
        hold eve A-1/gold 60s              => A-1 till 60s v1
        tick 30s
        change hold eve A-1/silver:kid order=o1 for=600s => A-1 held by eve till 60s \
        [order=o1 type=kid] v2
        change booked eve A-1              => A-1 booked by eve v3
        """);
    journal(
        "1 held A-1 v1 was free by eve #1 till 60s",
        "2 tagged A-1 v2 was held by eve #1 till 60s [order=o1 type=kid]",
        "3 booked A-1 v3 was held by eve #1");
    assertEquals("gold", day.office().journal().getLast().category());
  }

  @Test
  void several_seats_change_together_each_to_a_version_of_its_own() {
    day.play(
        """
        change booked - A-2:kid,A-1  => A-2 booked [type=kid] v1, A-1 booked v1
        change free - A-1            => A-1 free v2
        change lost - A-1,A-2        => A-1 lost v3, A-2 lost v2
        """);
  }

  @Test
  void the_gate_hears_what_became_of_every_seat_that_was_named() {
    day.play(
        """
        change hold ada A-1,A-2      => A-1 held by ada till 900s v1, A-2 held by ada till 900s v1
        news A-1                     => held by ada for 900s v1
        tick 100s
        change booked ada A-1        => A-1 booked by ada v2
        news A-1                     => taken v2
        news A-2                     => nothing
        change lost bob A-2,A-3      => no: AlreadyHeld A-2 v1
        news A-2                     => held by ada for 800s v1
        news A-3                     => nothing
        change free - A-1            => A-1 free v3
        news A-1                     => free v3
        change free - A-4 order=o1   => A-4 free [order=o1] v1
        news A-4                     => free v1
        change resale - A-5          => A-5 resale [resale] v1
        news A-5                     => taken v1
        """);
  }

  @Test
  void I4_a_hold_that_lapsed_ends_before_whatever_comes_next() {
    day.play(
        """
        hold eve A-1,A-2,A-3 60s     => A-1 till 60s v1, A-2 till 60s v1, A-3 till 60s v1
        tick 60s
        change hold ada A-1          => A-1 held by ada till 900s v3
        change booked - A-2          => A-2 booked v3
        change free ada A-3          => A-3 free v3
        sweep                        => ended 0
        """);
    assertEquals(
        List.of(
            "4 expired A-1 v2 was held by eve #1",
            "5 held A-1 v3 was free by ada #5 till 900s",
            "6 expired A-2 v2 was held by eve #2",
            "7 booked A-2 v3 was free by nobody #0",
            "8 expired A-3 v2 was held by eve #3",
            "9 changed A-3 v3 was free by nobody #0"),
        day.journalFrom(4));
  }

  @Test
  void I4_a_lapsed_hold_of_ones_own_is_held_anew_and_not_gone_on_with() {
    day.play(
        """
        hold eve A-1 60s             => A-1 till 60s v1
        hold eve A-2 600s            => A-2 till 600s v1
        tick 60s
        change hold eve A-1          => A-1 held by eve till 120s v3
        """);
    assertEquals("3 expired A-1 v2 was held by eve #1", day.journalFrom(3).getFirst());
    assertEquals("4 held A-1 v3 was free by eve #4 till 120s", day.journalFrom(4).getFirst());
  }

  @Test
  void a_seat_keeps_the_category_it_was_held_or_sold_in_while_that_goes_on() {
    day.play(
        """
        hold eve A-1/gold 60s        => A-1 till 60s v1
        change booked eve A-1/silver => A-1 booked by eve v2
        change lost - A-1/silver     => A-1 lost by eve v3
        change hold ada A-1/silver   => A-1 held by ada till 900s v4
        change hold ada A-1/bronze   => A-1 held by ada till 900s v5
        change booked - A-1/bronze   => A-1 booked by ada v6
        change free - A-1/bronze     => A-1 free v7
        change booked - A-1/bronze   => A-1 booked v8
        """);
    assertEquals(
        List.of("gold", "gold", "gold", "silver", "silver", "silver", "silver", "bronze"),
        day.office().journal().stream().map(each -> "" + each.category()).toList());
  }
}

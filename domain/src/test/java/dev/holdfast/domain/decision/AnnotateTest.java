package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Other extra data on seats, and nothing else (section 12). */
final class AnnotateTest {
  private final Day day = new Day().play("begin ada 100s");

  private void journalFrom(int seq, String... lines) {
    assertEquals(List.of(lines), day.journalFrom(seq));
  }

  @Test
  void what_nobody_ever_touched_stays_free_and_can_be_sold() {
    day.play(
        """
        annotate A-1 red             => A-1 free [extra=red] v1
        see A-1                      => free [extra=red] v1
        change hold ada A-1 keep     => A-1 held by ada till 100s [extra=red] v2
        """);
    journalFrom(
        1,
        "1 tagged A-1 v1 was free by nobody #0 [extra=red]",
        "2 held A-1 v2 was free by ada #2 till 100s [extra=red]");
  }

  @Test
  void what_is_hung_on_a_seat_replaces_what_hung_there_and_leaves_the_rest() {
    day.play(
        """
        change free - A-1:kid order=o1 extra=red => A-1 free [order=o1 type=kid extra=red] v1
        annotate A-1 blue            => A-1 free [order=o1 type=kid extra=blue] v2
        annotate A-1                 => A-1 free [order=o1 type=kid] v3
        """);
  }

  @Test
  void a_hold_goes_on_as_it_was() {
    day.play(
        """
        change hold ada A-1:kid order=o1 => A-1 held by ada till 100s [order=o1 type=kid] v1
        tick 10s
        annotate A-1 red             => \
        A-1 held by ada till 100s [order=o1 type=kid extra=red] v2
        news A-1                     => held by ada for 90s v2
        hold eve A-1 60s             => no: AlreadyHeld A-1 v2
        change booked ada A-1 keep   => A-1 booked by ada [extra=red] v3
        """);
    journalFrom(
        2,
        "2 tagged A-1 v2 was held by ada #1 till 100s [order=o1 type=kid extra=red]",
        "3 booked A-1 v3 was held by ada #1 [extra=red]");
  }

  @Test
  void the_clerks_of_the_other_dialects_still_know_the_holder() {
    day.play(
        """
        hold eve A-1 60s             => A-1 till 60s v1
        annotate A-1 red             => A-1 held by eve till 60s [extra=red] v2
        extend eve A-1 90s           => A-1 till 90s v3
        book eve A-1                 => booked A-1 v4
        see A-1                      => booked by eve [extra=red] v4
        annotate A-1                 => A-1 booked by eve v5
        free A-1                     => freed A-1 v6
        """);
  }

  @Test
  void a_sale_stays_whatever_it_is_called() {
    day.play(
        """
        change booked - A-1 order=o1 => A-1 booked [order=o1] v1
        change lost ada A-2          => A-2 lost by ada v1
        change resale - A-3 listing=L1 => A-3 resale [resale=L1] v1
        annotate A-1,A-2,A-3 red     => A-1 booked [order=o1 extra=red] v2, \
        A-2 lost by ada [extra=red] v2, A-3 resale [extra=red resale=L1] v2
        news A-2                     => taken v2
        change booked - A-1          => no: AlreadyTaken A-1 v2
        """);
  }

  @Test
  void what_goes_back_on_resale_leaves_behind_what_was_hung_on_its_hold() {
    day.play(
        """
        change resale - A-1 listing=L1 => A-1 resale [resale=L1] v1
        change hold ada A-1          => A-1 held by ada till 100s [resale=L1] v2
        annotate A-1 red             => A-1 held by ada till 100s [extra=red resale=L1] v3
        tick 100s
        annotate A-1 blue            => A-1 resale [extra=blue resale=L1] v5
        """);
    journalFrom(
        4,
        "4 expired A-1 v4 was held by ada #2 as resale [extra=red]",
        "5 tagged A-1 v5 was resale by nobody #0 [extra=blue]");
  }

  @Test
  void a_hold_that_has_lapsed_ends_first() {
    day.play(
        """
        change hold ada A-1 order=o1 => A-1 held by ada till 100s [order=o1] v1
        tick 100s
        annotate A-1 red             => A-1 free [extra=red] v3
        news A-1                     => free v3
        sweep                        => ended 0
        """);
    journalFrom(
        2,
        "2 expired A-1 v2 was held by ada #1 [order=o1]",
        "3 tagged A-1 v3 was free by nobody #0 [extra=red]");
  }

  @Test
  void within_one_transaction_each_sees_what_those_before_it_left() {
    day.play(
        """
        annotate A-1 red             => A-1 free [extra=red] v1
        & change hold ada A-1 keep   => A-1 held by ada till 100s [extra=red] v2
        & annotate A-1 blue          => A-1 held by ada till 100s [extra=blue] v3
        & annotate A-1 blue          => A-1 held by ada till 100s [extra=blue] v4
        """);
  }

  @Test
  void seats_are_told_each_once_in_the_order_of_labels() {
    day.play("annotate A-2,A-1,A-2 red => A-1 free [extra=red] v1, A-2 free [extra=red] v1");
  }
}

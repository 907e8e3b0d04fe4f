package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LapsedHoldTest {
  @Test
  void I5_until_the_last_microsecond_nobody_else_gets_the_seat() {
    new Day()
        .play(
            """
            hold ada A-1 60s       => A-1 till 60s v1
            tick 59.999999s
            hold bob A-1 60s       => no: AlreadyHeld A-1 v1
            sweep                  => ended 0
            expire A-1#1           => ended 0
            book ada A-1           => booked A-1 v2
            """);
  }

  @Test
  void I4_at_the_deadline_the_hold_refuses_its_own_token() {
    new Day()
        .play(
            """
            hold ada A-1 60s       => A-1 till 60s v1
            tick 60s
            extend ada A-1 60s     => lost NotHeldByToken A-1 v1
            extend ada * 60s       => nothing
            book ada A-1           => no: NotHeldByToken A-1 v1
            release ada A-1        => no: NotHeldByToken A-1 v1
            free A-1               => no: NotFoundOrFree A-1 v1
            see A-1                => held by ada till 60s v1
            """);
  }

  @Test
  void I4_a_microsecond_before_the_deadline_its_token_can_still_extend_it() {
    new Day()
        .play(
            """
            hold ada A-1 60s       => A-1 till 60s v1
            tick 59.999999s
            extend ada A-1 60s     => A-1 till 119.999999s v2
            tick 59.999999s
            release ada A-1        => freed A-1 v3
            """);
  }

  @Test
  void a_lapsed_seat_goes_to_another_before_any_sweep_and_its_end_is_told_first() {
    Day day =
        new Day()
            .play(
                """
                hold ada A-1 60s       => A-1 till 60s v1
                tick 60s
                hold bob A-1 60s       => A-1 till 120s v3
                sweep                  => ended 0
                """);
    assertEquals(
        List.of(
            "1 held A-1 v1 was free by ada #1 till 60s",
            "2 expired A-1 v2 was held by ada #1",
            "3 held A-1 v3 was free by bob #3 till 120s"),
        day.journalFrom(1));
  }

  @Test
  void a_token_that_lost_its_seat_may_hold_it_anew_as_a_hold_of_its_own() {
    Day day =
        new Day()
            .play(
                """
                hold ada A-1 60s       => A-1 till 60s v1
                tick 23h
                hold ada A-1 60s       => A-1 till 82860s v3
                extend ada A-1 24h     => A-1 till 169200s v4
                """);
    assertEquals("2 expired A-1 v2 was held by ada #1", day.journalFrom(2).getFirst());
    assertEquals("3 held A-1 v3 was free by ada #3 till 82860s", day.journalFrom(3).getFirst());
  }

  @Test
  void I7_a_sweep_ends_a_lapsed_hold_once_and_only_then() {
    Day day =
        new Day()
            .play(
                """
                hold ada A-1,A-2 60s   => A-1 till 60s v1, A-2 till 60s v1
                hold bob A-3 61s       => A-3 till 61s v1
                tick 60s
                sweep                  => ended 2
                sweep                  => ended 0
                & sweep                => ended 0
                see A-1                => free v2
                hold ada A-1 60s       => A-1 till 120s v3
                """);
    assertEquals("4 expired A-1 v2 was held by ada #1", day.journalFrom(4).getFirst());
  }

  @Test
  void I7_late_sweeps_of_several_nodes_in_one_transaction_end_each_hold_once() {
    new Day()
        .play(
            """
            hold ada A-1,A-2 60s   => A-1 till 60s v1, A-2 till 60s v1
            tick 60s
            sweep                  => ended 2
            & sweep                => ended 0
            & sweep                => ended 0
            """);
  }

  @Test
  void I4_expire_ends_only_the_very_hold_that_was_found() {
    new Day()
        .play(
            """
            hold ada A-1 60s       => A-1 till 60s v1
            tick 60s
            hold bob A-1 60s       => A-1 till 120s v3
            expire A-1#1           => ended 0
            tick 60s
            expire A-1#1           => ended 0
            expire A-2#3           => ended 0
            expire A-1#3           => ended 1
            expire A-1#3           => ended 0
            """);
  }

  @Test
  void I4_expire_leaves_a_hold_that_was_extended_after_it_was_found() {
    new Day()
        .play(
            """
            hold ada A-1 60s       => A-1 till 60s v1
            tick 59s
            extend ada A-1 60s     => A-1 till 119s v2
            tick 1s
            expire A-1#1           => ended 0
            book ada A-1           => booked A-1 v3
            tick 60s
            expire A-1#1           => ended 0
            """);
  }

  @Test
  void I4_whatever_a_stale_token_tries_in_whatever_order_the_new_holder_keeps_the_seat() {
    List<String> tries =
        List.of(
            "book ada A-1           => no: NotHeldByToken A-1 v3",
            "extend ada A-1 24h     => lost NotHeldByToken A-1 v3",
            "extend ada * 24h       => nothing",
            "release ada A-1        => no: NotHeldByToken A-1 v3",
            "return ada A-1         => no: NotHeldByToken A-1 v3",
            "expire A-1#1           => ended 0",
            "sweep                  => ended 0",
            "hold ada A-1 60s       => no: AlreadyHeld A-1 v3");
    for (int order = 0; order < 40; order++) {
      List<String> shuffled = new ArrayList<>(tries);
      Collections.shuffle(shuffled, new Random(order));
      new Day()
          .play(
              """
              hold ada A-1 60s       => A-1 till 60s v1
              tick 60s
              hold bob A-1 60s       => A-1 till 120s v3
              """)
          .play(String.join("\n", shuffled))
          .play("see A-1 => held by bob till 120s v3")
          .play(String.join("\n& ", shuffled))
          .play("book bob A-1 => booked A-1 v4");
    }
  }

  @Test
  void I4_a_stale_token_cannot_undo_the_sale_to_another() {
    new Day()
        .play(
            """
            hold ada A-1 60s       => A-1 till 60s v1
            tick 60s
            hold bob A-1 60s       => A-1 till 120s v3
            book bob A-1           => booked A-1 v4
            release ada A-1        => no: NotHeldByToken A-1 v4
            return ada A-1         => no: NotHeldByToken A-1 v4
            book ada A-1           => no: NotHeldByToken A-1 v4
            expire A-1#3           => ended 0
            see A-1                => booked by bob v4
            """);
  }
}

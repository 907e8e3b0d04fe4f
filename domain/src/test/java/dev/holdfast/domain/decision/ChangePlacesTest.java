package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Places of an area on their way from one status to another (seats.io dialect, section 16). */
final class ChangePlacesTest {
  private final Day day = new Day().play("layout pit=9\nbegin ada 900s\nbegin bob 900s");

  private void journalFrom(int seq, String... lines) {
    assertEquals(List.of(lines), day.journalFrom(seq));
  }

  @Test
  void places_are_held_booked_and_freed_under_a_token() {
    day.play(
        """
        change hold ada pit*3        => pit free 6 held 3 taken 0 v1
        change booked ada pit*2      => pit free 6 held 1 taken 2 v2
        see pit                      => free 6 held 1 taken 2 v2, #1 1 held by ada till 900s, \
        #2 2 booked by ada
        change free ada pit*2        => pit free 8 held 0 taken 1 v4
        see pit                      => free 8 held 0 taken 1 v4, #2 1 booked by ada
        """);
    journalFrom(
        1,
        "1 held pit*3 v1 was free by ada #1 till 900s",
        "2 booked pit*2 v2 was held by ada #1",
        "3 released pit*1 v3 was held by ada #1",
        "4 released pit*1 v4 was booked by ada #1");
  }

  @Test
  void what_the_token_holds_goes_first_in_the_order_it_was_held_and_then_what_is_free() {
    day.play(
        """
        change hold ada pit:kid*2    => pit free 7 held 2 taken 0 v1
        change hold ada pit*2        => pit free 5 held 4 taken 0 v2
        change hold bob pit*1        => pit free 4 held 5 taken 0 v3
        change booked ada pit:adult*3 => pit free 4 held 2 taken 3 v5
        change lost ada pit*3        => pit free 2 held 1 taken 6 v7
        see pit                      => free 2 held 1 taken 6 v7, \
        #1 2 booked by ada [type=adult], #2 1 lost by ada, #3 1 held by bob till 900s, \
        #5 1 booked by ada [type=adult], #7 2 lost by ada
        """);
    journalFrom(
        4,
        "4 booked pit*2 v4 was held by ada #1 [type=adult]",
        "5 booked pit*1 v5 was held by ada #2 [type=adult]",
        "6 booked pit*1 v6 was held by ada #2 as lost",
        "7 booked pit*2 v7 was free by ada #0 as lost");
  }

  @Test
  void places_held_as_the_kind_of_ticket_that_is_booked_go_before_others() {
    day.play(
        """
        change hold ada pit:kid*2    => pit free 7 held 2 taken 0 v1
        change hold ada pit*2        => pit free 5 held 4 taken 0 v2
        change hold ada pit:adult*2  => pit free 3 held 6 taken 0 v3
        change booked ada pit:adult*3 => pit free 3 held 3 taken 3 v5
        change booked ada pit*1      => pit free 3 held 2 taken 4 v6
        see pit                      => free 3 held 2 taken 4 v6, \
        #1 1 held by ada till 900s [type=kid], #2 1 held by ada till 900s, \
        #3 2 booked by ada [type=adult], #5 1 booked by ada [type=adult], #6 1 booked by ada
        """);
  }

  @Test
  void the_house_takes_free_places_and_none_that_somebody_holds() {
    day.play(
        """
        change hold ada pit*3        => pit free 6 held 3 taken 0 v1
        change booked - pit*2        => pit free 4 held 3 taken 2 v2
        change lost - pit*4          => pit free 0 held 3 taken 6 v3
        change lost - pit*1          => no: InsufficientCapacity pit v3 free 0
        change resale - pit*1        => no: InsufficientCapacity pit v3 free 0
        """);
  }

  @Test
  void the_house_frees_what_was_taken_last_and_then_what_is_held() {
    day.play(
        """
        change hold ada pit*2        => pit free 7 held 2 taken 0 v1
        tick 1s
        change lost - pit*2          => pit free 5 held 2 taken 2 v2
        tick 1s
        change booked bob pit*2      => pit free 3 held 2 taken 4 v3
        change free - pit*3          => pit free 6 held 2 taken 1 v5
        change free - pit*2          => pit free 8 held 1 taken 0 v7
        change free - pit*100        => pit free 9 held 0 taken 0 v8
        change free - pit*1          => pit free 9 held 0 taken 0 v8
        """);
    journalFrom(
        4,
        "4 released pit*2 v4 was booked by bob #0",
        "5 released pit*1 v5 was lost by nobody #0",
        "6 released pit*1 v6 was lost by nobody #0",
        "7 released pit*1 v7 was held by ada #1",
        "8 released pit*1 v8 was held by ada #1");
  }

  @Test
  void a_token_frees_its_own_places_held_ones_first_and_no_others() {
    day.play(
        """
        change booked ada pit*2      => pit free 7 held 0 taken 2 v1
        change hold ada pit:kid*1,pit*1 => pit free 5 held 2 taken 2 v3
        change booked bob pit*2      => pit free 3 held 2 taken 4 v4
        change free ada pit*3        => pit free 6 held 0 taken 3 v7
        change free ada pit*9        => pit free 7 held 0 taken 2 v8
        change free ada pit*9        => pit free 7 held 0 taken 2 v8
        see pit                      => free 7 held 0 taken 2 v8, #4 2 booked by bob
        """);
  }

  @Test
  void an_untouched_area_is_told_as_the_layout_has_it() {
    day.play(
        """
        change free - pit*1          => pit free 9 held 0 taken 0 v0
        see pit                      => untouched
        """);
  }

  @Test
  void kinds_of_tickets_are_held_apart_and_more_of_a_kind_joins_it() {
    day.play(
        """
        change hold ada pit:kid*1,pit*1,pit/gold:kid*1 => pit free 6 held 3 taken 0 v3
        change hold ada pit:kid*2,pit*1 => pit free 3 held 6 taken 0 v5
        hold ada pit*1 60s           => pit*3 till 900s v6
        see pit                      => free 2 held 7 taken 0 v6, \
        #1 3 held by ada till 900s [type=kid], #2 3 held by ada till 900s, \
        #3 1 held by ada till 900s [type=kid]
        """);
  }

  @Test
  void I6_kinds_of_tickets_of_one_step_share_the_capacity_and_what_the_token_holds() {
    day.play(
        """
        change hold ada pit:kid*5,pit*5   => no: InsufficientCapacity pit v0 free 9
        change hold ada pit:kid*2,pit*2   => pit free 5 held 4 taken 0 v2
        change booked ada pit:kid*5,pit*5 => no: InsufficientCapacity pit v2 free 5
        change booked ada pit:kid*3,pit*5 => pit free 1 held 0 taken 8 v6
        see pit                           => free 1 held 0 taken 8 v6, \
        #1 2 booked by ada [type=kid], #2 1 booked by ada, #4 1 booked by ada [type=kid], \
        #6 4 booked by ada
        change free - pit:kid*3,pit*5     => pit free 9 held 0 taken 0 v11
        """);
  }

  @Test
  void I5_lapsed_holds_yield_their_places_and_their_end_is_told_first() {
    day.play(
        """
        hold eve pit*4 60s           => pit*4 till 60s v1
        hold zoe pit*2 30s           => pit*2 till 30s v2
        hold zoe A-1 999s            => A-1 till 999s v1
        tick 30s
        change hold ada pit*6        => no: InsufficientCapacity pit v2 free 5
        change hold ada pit*4        => pit free 1 held 8 taken 0 v4
        change free - pit*4          => pit free 5 held 4 taken 0 v5
        tick 30s
        change booked zoe pit*6      => pit free 3 held 0 taken 6 v7
        """);
    journalFrom(
        4,
        "4 expired pit*2 v3 was held by zoe #2",
        "5 held pit*4 v4 was free by ada #5 till 900s",
        "6 released pit*4 v5 was held by ada #5",
        "7 expired pit*4 v6 was held by eve #1",
        "8 booked pit*6 v7 was free by zoe #0");
  }

  @Test
  void I4_a_lapsed_hold_of_ones_own_is_neither_booked_nor_freed() {
    day.play(
        """
        hold eve pit*4 60s           => pit*4 till 60s v1
        hold eve A-1 900s            => A-1 till 900s v1
        tick 60s
        change free eve pit*4        => pit free 5 held 4 taken 0 v1
        change booked eve pit*2      => pit free 3 held 4 taken 2 v2
        sweep                        => ended 1
        """);
    journalFrom(3, "3 booked pit*2 v2 was free by eve #0", "4 expired pit*4 v3 was held by eve #1");
  }

  @Test
  void withheld_places_are_left_to_others_but_what_is_held_goes_on() {
    day.play(
        """
        change hold ada pit*3                    => pit free 6 held 3 taken 0 v1
        change booked - pit*3 withheld=pit*4     => no: NotForSale pit v1
        change booked - pit*2 withheld=pit*4     => pit free 4 held 3 taken 2 v2
        change booked ada pit*4 withheld=pit*4   => no: NotForSale pit v2
        change booked ada pit*3 withheld=pit*9   => pit free 4 held 0 taken 5 v3
        change hold bob pit:kid*1,pit*1 withheld=pit*3 => no: NotForSale pit v3
        change hold bob pit*1 withheld=pit*3     => pit free 3 held 1 taken 5 v4
        change free - pit*1 withheld=pit*9       => pit free 4 held 1 taken 4 v5
        """);
  }

  @Test
  void an_area_that_is_not_for_sale_or_in_anothers_channel_is_not_sold() {
    day.play(
        """
        change hold ada pit*1 unsold=pit         => no: NotForSale pit v0
        change booked - pit*1 elsewhere=pit      => no: NotForSale pit v0
        change hold ada pit*1                    => pit free 8 held 1 taken 0 v1
        change booked ada pit*1 unsold=pit elsewhere=pit => pit free 8 held 0 taken 1 v2
        """);
  }

  @Test
  void places_change_only_from_the_statuses_that_are_allowed() {
    day.play(
        """
        change hold ada pit*2              => pit free 7 held 2 taken 0 v1
        change booked ada pit*3 unless=free => no: StatusNotAllowed pit v1 free
        change booked ada pit*3 if=free    => no: StatusNotAllowed pit v1 held
        change booked ada pit*2 if=held    => pit free 7 held 0 taken 2 v2
        change hold ada pit*1 unless=free  => no: StatusNotAllowed pit v2 free
        change hold ada pit:kid*2,pit*1 if=free => pit free 4 held 3 taken 2 v4
        """);
  }

  @Test
  void what_a_release_does_not_reach_is_not_asked_for_its_status() {
    day.play(
        """
        change hold ada pit*2              => pit free 7 held 2 taken 0 v1
        tick 1s
        change lost - pit*2                => pit free 5 held 2 taken 2 v2
        change free - pit*3 if=lost        => no: StatusNotAllowed pit v2 held
        change free - pit:kid*2,pit*1 if=lost => no: StatusNotAllowed pit v2 held
        change free - pit*2 if=lost        => pit free 7 held 2 taken 0 v3
        change free - pit*3 unless=free    => no: StatusNotAllowed pit v3 free
        change free ada pit*2 if=held      => pit free 9 held 0 taken 0 v4
        change free - pit*1 if=booked      => no: StatusNotAllowed pit v4 free
        """);
  }

  @Test
  void I3_seats_and_places_change_together_or_not_at_all() {
    day.play(
        """
        change booked - A-2          => A-2 booked v1
        change hold ada A-1,pit*2,A-2 => no: AlreadyTaken A-2 v1
        change hold ada A-1,pit*10   => no: InsufficientCapacity pit v0 free 9
        see pit                      => untouched
        see A-1                      => untouched
        change hold ada pit*1,A-1,pit:kid*2 => pit free 6 held 3 taken 0 v2, \
        A-1 held by ada till 900s v1
        """);
  }

  @Test
  void I6_a_layout_that_gives_fewer_places_gives_no_more_but_what_is_held_is_booked() {
    day.play(
        """
        change hold ada pit*5        => pit free 4 held 5 taken 0 v1
        layout pit=3
        change booked bob pit*1      => no: InsufficientCapacity pit v1 free 0
        change booked ada pit*4      => pit free 4 held 1 taken 4 v2
        change free - pit*1          => pit free 5 held 1 taken 3 v3
        change booked bob pit*1      => no: InsufficientCapacity pit v3 free 0
        """);
  }
}

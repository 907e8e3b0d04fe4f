package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GeneralAdmissionTest {
  @Test
  void more_places_join_the_tokens_record_and_keep_its_deadline() {
    Day day =
        new Day()
            .play(
                """
                layout pit=9
                hold ada pit/gold*2 60s      => pit/gold*2 till 60s v1
                tick 30s
                hold ada pit/gold*3 24h      => pit/gold*5 till 60s v2
                see pit                      => free 4 held 5 taken 0 v2, #1 5 held by ada till 60s
                tick 30s
                sweep                        => ended 1
                """);
    assertEquals(
        List.of(
            "1 held pit/gold*2 v1 was free by ada #1 till 60s",
            "2 held pit/gold*3 v2 was free by ada #1 till 60s",
            "3 expired pit/gold*5 v3 was held by ada #1"),
        day.journalFrom(1));
  }

  @Test
  void a_record_is_one_tokens_in_one_category() {
    new Day()
        .play(
            """
            layout pit=9
            hold ada pit/gold*1 60s      => pit/gold*1 till 60s v1
            hold ada pit/standing*1 90s  => pit/standing*1 till 90s v2
            hold ada pit*1 70s           => pit*1 till 70s v3
            hold bob pit/gold*1 80s      => pit/gold*1 till 80s v4
            hold ada pit/standing*2 24h  => pit/standing*3 till 90s v5
            see pit                      => free 3 held 6 taken 0 v5, #1 1 held by ada till 60s, \
            #2 3 held by ada till 90s, #3 1 held by ada till 70s, #4 1 held by bob till 80s
            """);
  }

  @Test
  void I6_no_more_places_are_held_than_there_are() {
    new Day()
        .play(
            """
            layout pit=5
            hold ada pit*6 60s           => no: InsufficientCapacity pit v0 free 5
            hold ada pit*3 60s           => pit*3 till 60s v1
            hold bob pit*3 60s           => no: InsufficientCapacity pit v1 free 2
            hold bob pit*2 60s           => pit*2 till 60s v2
            book ada pit                 => booked pit*3 v3
            hold eve pit*1 60s           => no: InsufficientCapacity pit v3 free 0
            free! pit                    => freed pit*5 v5
            hold eve pit*5 60s           => pit*5 till 60s v6
            """);
  }

  @Test
  void I6_two_categories_of_one_request_share_the_capacity() {
    new Day()
        .play(
            """
            layout pit=5
            hold ada pit/gold*3,pit/standing*3 60s  => no: InsufficientCapacity pit v0 free 5
            see pit                                 => untouched
            hold ada pit/gold*3,pit/standing*2 60s  \
            => pit/gold*3 till 60s v1, pit/standing*2 till 60s v2
            """);
  }

  @Test
  void lapsed_places_go_to_another_before_any_sweep_and_their_end_is_told_first() {
    Day day =
        new Day()
            .play(
                """
                layout pit=5
                hold ada pit*3 60s           => pit*3 till 60s v1
                hold eve pit*2 90s           => pit*2 till 90s v2
                tick 60s
                hold bob pit*4 60s           => no: InsufficientCapacity pit v2 free 3
                hold bob pit*3 60s           => pit*3 till 120s v4
                sweep                        => ended 0
                see pit                      => free 0 held 5 taken 0 v4, \
                #2 2 held by eve till 90s, #4 3 held by bob till 120s
                """);
    assertEquals(
        List.of(
            "3 expired pit*3 v3 was held by ada #1",
            "4 held pit*3 v4 was free by bob #4 till 120s"),
        day.journalFrom(3));
  }

  @Test
  void I4_a_lapsed_record_refuses_its_own_token_and_takes_no_more_places() {
    Day day =
        new Day()
            .play(
                """
                layout pit=5
                hold ada pit*3 60s           => pit*3 till 60s v1
                tick 60s
                book ada pit                 => no: NotHeldByToken pit v1
                extend ada pit 60s           => lost NotHeldByToken pit v1
                release ada pit              => no: NotHeldByToken pit v1
                hold ada pit*5 60s           => pit*5 till 120s v3
                expire pit#1                 => ended 0
                """);
    assertEquals(
        List.of(
            "2 expired pit*3 v2 was held by ada #1",
            "3 held pit*5 v3 was free by ada #3 till 120s"),
        day.journalFrom(2));
  }

  @Test
  void I5_until_the_last_microsecond_held_places_are_not_free() {
    new Day()
        .play(
            """
            layout pit=5
            hold ada pit*5 60s           => pit*5 till 60s v1
            tick 59.999999s
            hold bob pit*1 60s           => no: InsufficientCapacity pit v1 free 0
            expire pit#1                 => ended 0
            book ada pit                 => booked pit*5 v2
            """);
  }

  @Test
  void I6_hold_and_let_lapse_many_times_and_every_place_is_still_there() {
    Day day = new Day().play("layout pit=10");
    for (int round = 0; round < 20; round++) {
      day.play(
          """
          layout pit=10
          hold ada pit*3 60s  => pit*3 till %ds v%d
          tick 60s
          sweep               => ended 1
          """
              .formatted(60 * (round + 1), 2 * round + 1));
    }
    day.play("see pit => free 10 held 0 taken 0 v40");
  }

  @Test
  void a_republished_layout_may_give_more_places() {
    new Day()
        .play(
            """
            layout pit=2
            hold ada pit*2 60s           => pit*2 till 60s v1
            layout pit=5
            hold bob pit*4 60s           => no: InsufficientCapacity pit v1 free 3
            hold bob pit*3 60s           => pit*3 till 60s v2
            see pit                      => free 0 held 5 taken 0 v2, \
            #1 2 held by ada till 60s, #2 3 held by bob till 60s
            """);
  }

  @Test
  void a_republished_layout_with_fewer_places_takes_nothing_back_and_gives_nothing_more() {
    new Day()
        .play(
            """
            layout pit=9
            hold ada pit*4 60s           => pit*4 till 60s v1
            hold bob pit*3 90s           => pit*3 till 90s v2
            layout pit=5
            hold eve pit*1 60s           => no: InsufficientCapacity pit v2 free 0
            book ada pit                 => booked pit*4 v3
            extend bob pit 80s           => pit till 80s v4
            hold eve pit*1 60s           => no: InsufficientCapacity pit v4 free 0
            release bob pit              => freed pit*3 v5
            hold eve pit*2 60s           => no: InsufficientCapacity pit v5 free 1
            hold eve pit*1 60s           => pit*1 till 60s v6
            see pit                      => free 0 held 1 taken 4 v6, #1 4 booked by ada, \
            #6 1 held by eve till 60s
            """);
  }

  @Test
  void places_that_come_and_go_within_one_transaction_leave_no_record() {
    Day day =
        new Day()
            .play(
                """
                layout pit=5
                hold ada pit*3 60s           => pit*3 till 60s v1
                & hold ada pit*1 60s         => pit*4 till 60s v2
                & book ada pit               => booked pit*4 v3
                & free! pit                  => freed pit*4 v4
                see pit                      => free 5 held 0 taken 0 v4
                """);
    assertEquals(4, day.office().journal().size());
  }
}

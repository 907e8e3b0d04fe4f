package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SeatHoldTest {
  @Test
  void a_free_seat_goes_to_whoever_asks_first() {
    new Day()
        .play(
            """
            see A-1                => untouched
            hold ada A-1 60s       => A-1 till 60s v1
            hold bob A-1 60s       => no: AlreadyHeld A-1 v1
            see A-1                => held by ada till 60s v1
            """);
  }

  @Test
  void holding_again_with_the_same_token_changes_nothing_and_keeps_the_deadline() {
    Day day =
        new Day()
            .play(
                """
                hold ada A-1 60s       => A-1 till 60s v1
                tick 30s
                hold ada A-1 24h       => A-1 till 60s v1
                & hold ada A-1 1s      => A-1 till 60s v1
                tick 29.999999s
                hold ada A-1 24h       => A-1 till 60s v1
                """);
    assertEquals(List.of("1 held A-1 v1 was free by ada #1 till 60s"), day.journalFrom(1));
  }

  @Test
  void two_hundred_holds_of_the_same_token_never_move_its_deadline() {
    Day day = new Day().play("hold ada A-1 60s => A-1 till 60s v1");
    for (int again = 0; again < 200; again++) {
      day.play(
          """
          hold ada A-1 24h => A-1 till 60s v1
          tick 0.25s
          """);
    }
  }

  @Test
  void I3_one_seat_that_is_gone_refuses_all_of_them_and_names_only_that_one() {
    new Day()
        .play(
            """
            hold ada A-2 60s            => A-2 till 60s v1
            hold bob A-1,A-2,A-3 60s    => no: AlreadyHeld A-2 v1
            see A-1                     => untouched
            see A-3                     => untouched
            book ada A-2                => booked A-2 v2
            hold eve A-4 60s            => A-4 till 60s v1
            hold bob A-4,A-1,A-2 60s    => no: AlreadyHeld A-4 v1; AlreadyTaken A-2 v2
            """);
  }

  @Test
  void I3_seats_and_places_are_held_together_or_not_at_all() {
    new Day()
        .play(
            """
            layout pit=2
            hold ada A-1,pit*2 60s      => A-1 till 60s v1, pit*2 till 60s v1
            hold bob A-2,pit*1 60s      => no: InsufficientCapacity pit v1 free 0
            see A-2                     => untouched
            hold eve A-1,pit*1,A-3 60s \
            => no: AlreadyHeld A-1 v1; InsufficientCapacity pit v1 free 0
            book ada A-1,pit            => booked A-1 v2, booked pit*2 v2
            """);
  }

  @Test
  void a_hold_of_new_and_own_seats_takes_the_new_ones_and_leaves_the_others() {
    new Day()
        .play(
            """
            hold ada A-1 60s       => A-1 till 60s v1
            tick 10s
            hold ada A-1,A-2 60s   => A-1 till 60s v1, A-2 till 70s v1
            """);
  }

  @Test
  void a_sold_seat_stays_sold_whatever_time_passes() {
    new Day()
        .play(
            """
            hold ada A-1 60s       => A-1 till 60s v1
            book ada A-1           => booked A-1 v2
            tick 25h
            sweep                  => ended 0
            hold bob A-1 60s       => no: AlreadyTaken A-1 v2
            hold ada A-1 60s       => no: AlreadyTaken A-1 v2
            see A-1                => booked by ada v2
            """);
  }

  @Test
  void each_command_of_a_transaction_sees_the_effect_of_those_before_it() {
    Day day =
        new Day()
            .play(
                """
                hold ada A-1 60s       => A-1 till 60s v1
                & hold bob A-1 60s     => no: AlreadyHeld A-1 v1
                & book ada A-1         => booked A-1 v2
                & hold bob A-1 60s     => no: AlreadyTaken A-1 v2
                & free A-1             => freed A-1 v3
                & hold bob A-1 60s     => A-1 till 60s v4
                & book ada A-1         => no: NotHeldByToken A-1 v4
                """);
    assertEquals(
        List.of(
            "1 held A-1 v1 was free by ada #1 till 60s",
            "2 booked A-1 v2 was held by ada #1",
            "3 released A-1 v3 was booked by ada #1",
            "4 held A-1 v4 was free by bob #4 till 60s"),
        day.journalFrom(1));
  }

  @Test
  void labels_may_look_like_anything() {
    new Day()
        .play(
            """
            hold ada A-1-3,{A:1},Ü;x,a.b 60s \
            => A-1-3 till 60s v1, {A:1} till 60s v1, Ü;x till 60s v1, a.b till 60s v1
            hold bob A-1 60s                  => A-1 till 60s v1
            hold bob A-1-3 60s                => no: AlreadyHeld A-1-3 v1
            """);
  }
}

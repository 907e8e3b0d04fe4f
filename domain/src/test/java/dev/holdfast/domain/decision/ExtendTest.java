package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ExtendTest {
  @Test
  void a_new_deadline_counts_from_now_even_if_it_is_earlier() {
    Day day =
        new Day()
            .play(
                """
                hold ada A-1 900s      => A-1 till 900s v1
                tick 10s
                extend ada A-1 600s    => A-1 till 610s v2
                extend ada A-1 900s    => A-1 till 910s v3
                """);
    assertEquals(
        List.of(
            "2 extended A-1 v2 was held by ada #1 till 610s",
            "3 extended A-1 v3 was held by ada #1 till 910s"),
        day.journalFrom(2));
  }

  @Test
  void a_shortened_hold_ends_at_its_new_deadline() {
    new Day()
        .play(
            """
            hold ada A-1 900s      => A-1 till 900s v1
            extend ada A-1 5s      => A-1 till 5s v2
            tick 4.999999s
            hold bob A-1 60s       => no: AlreadyHeld A-1 v2
            tick 0.000001s
            hold bob A-1 60s       => A-1 till 65s v4
            """);
  }

  @Test
  void no_hold_outlives_24_hours_from_its_first_hold_however_often_it_is_extended() {
    new Day()
        .play(
            """
            hold ada A-1 24h       => A-1 till 86400s v1
            tick 1h
            extend ada A-1 24h     => A-1 till 86400s v2
            tick 22.999h
            extend ada A-1 24h     => A-1 till 86400s v3
            hold ada A-1 24h       => A-1 till 86400s v3
            extend ada A-1 1s      => A-1 till 86397.4s v4
            extend ada A-1 24h     => A-1 till 86400s v5
            tick 3.6s
            extend ada A-1 24h     => lost NotHeldByToken A-1 v5
            """);
  }

  @Test
  void what_was_lost_is_told_and_fails_nothing() {
    new Day()
        .play(
            """
            hold ada A-1,A-2,A-3 60s  => A-1 till 60s v1, A-2 till 60s v1, A-3 till 60s v1
            book ada A-2              => booked A-2 v2
            release ada A-3           => freed A-3 v2
            hold bob A-3 60s          => A-3 till 60s v3
            extend ada A-2,A-1 90s    => A-1 till 90s v2, lost NotHeldByToken A-2 v2 taken by it
            extend ada A-3,A-9 90s    => lost NotHeldByToken A-3 v3, lost NotHeldByToken A-9 v0
            see A-3                   => held by bob till 60s v3
            """);
  }

  @Test
  void a_whole_token_means_all_its_live_seats_and_nobody_elses() {
    new Day()
        .play(
            """
            hold ada A-1 30s       => A-1 till 30s v1
            hold ada A-2,A-3 60s   => A-2 till 60s v1, A-3 till 60s v1
            hold bob A-4 60s       => A-4 till 60s v1
            book ada A-3           => booked A-3 v2
            tick 30s
            extend ada * 90s       => A-2 till 120s v2
            extend eve * 90s       => nothing
            see A-4                => held by bob till 60s v1
            """);
  }

  @Test
  void a_whole_token_includes_what_it_held_a_moment_ago_in_the_same_transaction() {
    new Day()
        .play(
            """
            hold ada A-1 60s       => A-1 till 60s v1
            hold ada A-2 60s       => A-2 till 60s v1
            & release ada A-1      => freed A-1 v2
            & extend ada * 90s     => A-2 till 90s v2
            """);
  }

  @Test
  void all_records_of_an_area_are_extended_and_the_earliest_deadline_is_told() {
    new Day()
        .play(
            """
            layout pit=9
            hold ada pit/gold*1 24h       => pit/gold*1 till 86400s v1
            tick 10h
            hold ada pit/standing*2 1h    => pit/standing*2 till 39600s v2
            extend ada pit 20h            => pit till 86400s v4
            see pit                       => free 6 held 3 taken 0 v4, \
            #1 1 held by ada till 86400s, #2 2 held by ada till 108000s
            extend bob pit 1h             => lost NotHeldByToken pit v4
            """);
  }
}

package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tokens that expire by themselves, and all at once. */
final class TokenLifeTest {
  @Test
  void no_hold_outlives_its_token() {
    new Day()
        .play(
            """
            layout pit=5
            open ada A-1,pit*2 60s     => A-1 till 60s v1, pit*2 till 60s v1
            term ada                   => 0s till 60s
            tick 30s
            hold ada A-2,pit/gold*1 60s  => A-2 till 60s v1, pit/gold*1 till 60s v2
            hold ada A-3 10s           => A-3 till 40s v1
            term ada                   => 0s till 60s
            """);
  }

  @Test
  void a_token_lives_two_hours_at_most() {
    new Day()
        .play(
            """
            open ada A-1 3h            => A-1 till 7200s v1
            term ada                   => 0s till 7200s
            """);
  }

  @Test
  void a_token_that_somebody_made_up_has_no_term() {
    new Day()
        .play(
            """
            hold ada A-1 60s           => A-1 till 60s v1
            term ada                   => none
            end ada                    => false
            book ada A-1               => booked A-1 v2
            """);
  }

  @Test
  void a_hold_that_is_refused_makes_no_token() {
    new Day()
        .play(
            """
            hold bob A-1 60s           => A-1 till 60s v1
            open ada A-1,A-2 60s       => no: AlreadyHeld A-1 v1
            term ada                   => none
            see A-2                    => untouched
            """);
  }

  @Test
  void a_token_is_made_once() {
    Day day = new Day().play("open ada A-1 60s => A-1 till 60s v1");
    Command<?> again = day.command(List.of("open", "ada", "A-2", "60s"));
    assertThrows(IllegalStateException.class, () -> day.office().run(again));
    day.play("see A-2 => untouched");
  }

  @Test
  void I4_a_token_that_is_over_holds_nothing_more_and_changes_nothing() {
    new Day()
        .play(
            """
            layout pit=5
            open ada A-1,pit*1 60s     => A-1 till 60s v1, pit*1 till 60s v1
            tick 60s
            hold ada A-2 60s           => no: TokenOver[]
            hold ada A-1,pit*1 60s     => no: TokenOver[]
            extend ada * 60s           => nothing
            extend! ada * 60s          => no: TokenOver[]
            book ada A-1               => no: NotHeldByToken A-1 v1
            book ada pit+1             => no: TokenOver[]
            see A-1                    => held by ada till 60s v1
            see A-2                    => untouched
            see pit                    => free 4 held 1 taken 0 v1, #2 1 held by ada till 60s
            term ada                   => 0s till 60s
            """);
  }

  @Test
  void I4_nothing_under_a_token_that_was_ended_can_be_used_while_it_is_not_free_yet() {
    new Day()
        .play(
            """
            layout pit=5
            open ada A-1,A-2,pit*2 600s  => A-1 till 600s v1, A-2 till 600s v1, pit*2 till 600s v1
            tick 1s
            end ada                    => true
            end ada                    => false
            term ada                   => 0s till 1s
            book ada A-1               => no: NotHeldByToken A-1 v1
            book ada pit               => no: NotHeldByToken pit v1
            book ada A-1,pit+1         => no: TokenOver[]; NotHeldByToken A-1 v1
            extend ada A-1,pit 60s     => lost NotHeldByToken A-1 v1, lost NotHeldByToken pit v1
            extend! ada A-1 60s        => no: NotHeldByToken A-1 v1
            extend! ada * 60s          => no: TokenOver[]
            release ada A-1,pit        => no: NotHeldByToken A-1 v1; NotHeldByToken pit v1
            release? ada A-1,pit+1     => freed pit*0 v1
            hold ada A-1 60s           => no: TokenOver[]
            hold ada pit*1 60s         => no: TokenOver[]
            see A-1                    => held by ada till 600s v1
            see pit                    => free 3 held 2 taken 0 v1, #3 2 held by ada till 600s
            """);
  }

  @Test
  void I5_until_it_is_freed_nobody_else_gets_what_an_ended_token_held() {
    new Day()
        .play(
            """
            layout pit=2
            open ada A-1,pit*2 600s    => A-1 till 600s v1, pit*2 till 600s v1
            end ada                    => true
            hold bob A-1 60s           => no: AlreadyHeld A-1 v1
            hold bob pit*1 60s         => no: InsufficientCapacity pit v1 free 0
            expire-token ada           => ended 2
            & hold bob A-1,pit*2 60s   => A-1 till 60s v3, pit*2 till 60s v3
            """);
  }

  @Test
  void I7_an_ended_tokens_holds_end_once_and_its_sales_stay() {
    Day day =
        new Day()
            .play(
                """
                layout pit=9
                open ada A-1,A-2,pit/gold*1,pit/standing*2 600s  \
                => A-1 till 600s v1, A-2 till 600s v1, pit/gold*1 till 600s v1, \
                pit/standing*2 till 600s v2
                hold bob A-3,pit*1 600s    => A-3 till 600s v1, pit*1 till 600s v3
                book ada A-2,pit+2         => booked A-2 v2, booked pit/standing*2 v5
                end ada                    => true
                expire-token ada           => ended 2
                expire-token ada           => ended 0
                see A-2                    => booked by ada v2
                see A-3                    => held by bob till 600s v1
                """);
    assertEquals(
        List.of(
            "10 expired A-1 v2 was held by ada #1",
            "11 expired pit/standing*1 v6 was held by ada #4"),
        day.journalFrom(10));
  }

  @Test
  void a_token_that_somebody_made_up_can_be_emptied_as_well_and_used_again() {
    new Day()
        .play(
            """
            hold ada A-1 60s           => A-1 till 60s v1
            expire-token ada           => ended 1
            hold ada A-1 60s           => A-1 till 60s v3
            """);
  }

  @Test
  void extending_moves_the_token_later_with_its_holds() {
    new Day()
        .play(
            """
            open ada A-1,A-2 60s       => A-1 till 60s v1, A-2 till 60s v1
            tick 30s
            extend ada A-1 90s         => A-1 till 120s v2
            term ada                   => 0s till 120s
            see A-2                    => held by ada till 60s v1
            hold ada A-3 24h           => A-3 till 120s v1
            tick 40s
            book ada A-1               => booked A-1 v3
            """);
  }

  @Test
  void a_shorter_extension_brings_neither_a_token_nor_its_holds_nearer() {
    new Day()
        .play(
            """
            open ada A-1,A-2 60s       => A-1 till 60s v1, A-2 till 60s v1
            extend ada A-1 5s          => A-1 till 60s v2
            term ada                   => 0s till 60s
            tick 5s
            extend ada A-1 9s          => A-1 till 60s v3
            hold ada A-3 24h           => A-3 till 60s v1
            """);
  }

  @Test
  void however_often_it_is_extended_a_token_ends_two_hours_after_it_was_made() {
    new Day()
        .play(
            """
            open ada A-1 1h            => A-1 till 3600s v1
            tick 59m
            extend ada * 1h            => A-1 till 7140s v2
            tick 59m
            extend ada * 1h            => A-1 till 7200s v3
            extend! ada * 1h           => A-1 till 7200s v4
            term ada                   => 0s till 7200s
            tick 2m
            extend ada * 1h            => nothing
            """);
  }

  @Test
  void if_all_is_to_be_extended_one_that_is_lost_extends_none() {
    new Day()
        .play(
            """
            layout pit=5
            open ada A-1,A-2,pit*1 60s => A-1 till 60s v1, A-2 till 60s v1, pit*1 till 60s v1
            book ada A-2               => booked A-2 v2
            extend! ada A-1,A-2 90s    => no: NotHeldByToken A-2 v2 taken by it
            see A-1                    => held by ada till 60s v1
            term ada                   => 0s till 60s
            extend! ada A-1,pit 90s    => A-1 till 90s v2, pit till 90s v2
            extend! bob A-1 90s        => no: NotHeldByToken A-1 v2
            extend! bob * 90s          => no: TokenOver[]
            """);
  }
}

package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a token holds gets the deadline of the token's new term. */
final class FollowTest {
  @Test
  void holds_end_with_their_token_when_it_has_more_time() {
    Day day =
        new Day()
            .play(
                """
                layout pit=5
                open ada A-1,A-2,pit*2 600s  => A-1 till 600s v1, A-2 till 600s v1, pit*2 till 600s v1
                tick 60s
                renew ada 900s               => 0s till 960s
                see A-1                      => held by ada till 600s v1
                follow ada                   => ended 3
                see A-1                      => held by ada till 960s v2
                see A-2                      => held by ada till 960s v2
                see pit                      => free 3 held 2 taken 0 v2, #3 2 held by ada till 960s
                follow ada                   => ended 0
                see A-1                      => held by ada till 960s v2
                """);
    assertEquals(
        List.of(
            "4 extended A-1 v2 was held by ada #1 till 960s",
            "5 extended A-2 v2 was held by ada #2 till 960s",
            "6 extended pit*2 v2 was held by ada #3 till 960s"),
        day.journalFrom(4));
  }

  @Test
  void holds_end_with_their_token_when_it_has_less_time() {
    new Day()
        .play(
            """
            open ada A-1 600s            => A-1 till 600s v1
            renew ada 5s                 => 0s till 5s
            follow ada                   => ended 1
            tick 4.999999s
            hold bob A-1 60s             => no: AlreadyHeld A-1 v2
            tick 0.000001s
            hold bob A-1 60s             => A-1 till 65s v4
            """);
  }

  @Test
  void a_hold_of_its_own_shorter_deadline_lives_on_with_the_token() {
    new Day()
        .play(
            """
            open ada A-1 600s            => A-1 till 600s v1
            hold ada A-2 10s             => A-2 till 10s v1
            renew ada 300s               => 0s till 300s
            follow ada                   => ended 2
            see A-2                      => held by ada till 300s v2
            """);
  }

  @Test
  void what_is_booked_lapsed_or_another_s_stays_as_it_is() {
    new Day()
        .play(
            """
            open ada A-1,A-2 600s        => A-1 till 600s v1, A-2 till 600s v1
            hold ada A-3 10s             => A-3 till 10s v1
            hold bob A-4 60s             => A-4 till 60s v1
            book ada A-2                 => booked A-2 v2
            tick 10s
            renew ada 900s               => 0s till 910s
            follow ada                   => ended 1
            see A-3                      => held by ada till 10s v1
            see A-4                      => held by bob till 60s v1
            hold eve A-3 60s             => A-3 till 70s v3
            """);
  }

  @Test
  void a_token_without_a_term_or_whose_term_is_over_leads_nothing() {
    new Day()
        .play(
            """
            hold ada A-1 60s             => A-1 till 60s v1
            renew ada 900s               => none
            follow ada                   => ended 0
            see A-1                      => held by ada till 60s v1
            open bob A-2 60s             => A-2 till 60s v1
            end bob                      => true
            renew bob 900s               => none
            follow bob                   => ended 0
            see A-2                      => held by bob till 60s v1
            """);
  }
}

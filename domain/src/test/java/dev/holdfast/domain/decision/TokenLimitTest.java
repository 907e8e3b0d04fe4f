package dev.holdfast.domain.decision;

import dev.holdfast.domain.hold.HoldPolicy;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TokenLimitTest {
  /** A house where a token may hold three objects. */
  private static Day strictDay() {
    Duration day = Duration.ofHours(24);
    return new Day(new HoldPolicy(day, day, 3)).play("layout pit=9");
  }

  @Test
  void the_two_hundredth_object_is_held_and_the_next_is_not() {
    String many =
        IntStream.rangeClosed(1, 199).mapToObj(n -> "A-" + n).collect(Collectors.joining(","));
    String held =
        IntStream.rangeClosed(1, 199)
            .mapToObj(n -> "A-" + n + " till 60s v1")
            .collect(Collectors.joining(", "));
    new Day()
        .play("hold ada " + many + " 60s => " + held)
        .play(
            """
            hold ada B-1,B-2 60s   => no: TokenLimit 200: B-1 v0, B-2 v0
            hold ada B-1 60s       => B-1 till 60s v1
            hold ada B-2 60s       => no: TokenLimit 200: B-2 v0
            hold ada A-7,B-1 60s   => A-7 till 60s v1, B-1 till 60s v1
            hold bob B-2 60s       => B-2 till 60s v1
            """);
  }

  @Test
  void an_area_record_counts_one_however_many_places_it_has() {
    strictDay()
        .play(
            """
            hold ada A-1,pit*4 60s       => A-1 till 60s v1, pit*4 till 60s v1
            hold ada pit*2 60s           => pit*6 till 60s v2
            hold ada pit/gold*1 60s      => pit/gold*1 till 60s v3
            hold ada pit/gold*1 60s      => pit/gold*2 till 60s v4
            hold ada pit/other*1 60s     => no: TokenLimit 3: pit v4
            hold ada A-2 60s             => no: TokenLimit 3: A-2 v0
            """);
  }

  @Test
  void what_is_booked_released_or_lapsed_counts_no_more() {
    strictDay()
        .play(
            """
            hold ada A-1,A-2,A-3 60s     => A-1 till 60s v1, A-2 till 60s v1, A-3 till 60s v1
            hold ada A-4 60s             => no: TokenLimit 3: A-4 v0
            book ada A-1                 => booked A-1 v2
            hold ada A-4 30s             => A-4 till 30s v1
            hold ada A-5 60s             => no: TokenLimit 3: A-5 v0
            release ada A-2              => freed A-2 v2
            hold ada A-5 60s             => A-5 till 60s v1
            tick 30s
            hold ada A-6,A-7 60s         => no: TokenLimit 3: A-6 v0, A-7 v0
            hold ada A-4 60s             => A-4 till 90s v3
            hold ada A-6 60s             => no: TokenLimit 3: A-6 v0
            """);
  }

  @Test
  void the_limit_is_counted_within_one_transaction_too() {
    strictDay()
        .play(
            """
            hold ada A-1,A-2 60s         => A-1 till 60s v1, A-2 till 60s v1
            & hold ada A-3,pit*1 60s     => no: TokenLimit 3: A-3 v0, pit v0
            & hold ada pit*1 60s         => pit*1 till 60s v1
            & hold ada A-3 60s           => no: TokenLimit 3: A-3 v0
            & free! pit                  => freed pit v2
            & hold ada A-3 60s           => A-3 till 60s v1
            & hold ada A-4 60s           => no: TokenLimit 3: A-4 v0
            & book ada A-1,A-2           => booked A-1 v2, booked A-2 v2
            & hold ada A-4,A-5 60s       => A-4 till 60s v1, A-5 till 60s v1
            & hold ada A-6 60s           => no: TokenLimit 3: A-6 v0
            & extend ada * 90s           => A-3 till 90s v2, A-4 till 90s v2, A-5 till 90s v2
            & hold ada A-6 60s           => no: TokenLimit 3: A-6 v0
            & hold bob A-6 60s           => A-6 till 60s v1
            """);
  }

  @Test
  void taking_over_a_lapsed_seat_frees_nothing_of_what_its_old_token_holds() {
    strictDay()
        .play(
            """
            hold ada A-1 10s             => A-1 till 10s v1
            hold ada A-2,A-3 60s         => A-2 till 60s v1, A-3 till 60s v1
            tick 10s
            hold bob A-1 60s             => A-1 till 70s v3
            & hold ada A-4 60s           => A-4 till 70s v1
            & hold ada A-5 60s           => no: TokenLimit 3: A-5 v0
            """);
  }

  @Test
  void the_limit_is_told_before_the_seats_that_are_gone() {
    strictDay()
        .play(
            """
            hold ada A-1,A-2,A-3 60s     => A-1 till 60s v1, A-2 till 60s v1, A-3 till 60s v1
            hold bob A-4 60s             => A-4 till 60s v1
            hold ada A-4,A-5 60s         => no: TokenLimit 3: A-4 v1, A-5 v0; AlreadyHeld A-4 v1
            """);
  }
}

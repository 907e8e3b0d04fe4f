package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.choice.Stalls;
import dev.holdfast.domain.choice.Wish;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ReadWish;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The best that is left, chosen in the decision that takes it. In a row of six, three who sit side
 * by side sit at an end, so that nobody is left alone; two sit in the middle.
 */
final class ChooseBestTest {
  /** Ada has a token for her holds, and so has Bob. */
  private static Day day(String stalls) {
    return new Day()
        .play("stalls " + stalls)
        .play(
            """
            open ada Z-1 60s       => Z-1 till 60s v1
            open bob Z-2 60s       => Z-2 till 60s v1
            """);
  }

  @Test
  void the_best_are_held_in_the_order_of_the_row_and_the_gate_hears_of_them() {
    day("3x6")
        .play(
            """
            best hold ada 3        => together: R1-1 held by ada till 60s v1, \
            R1-2 held by ada till 60s v1, R1-3 held by ada till 60s v1
            news R1-1              => held by ada for 60s v1
            news R1-3              => held by ada for 60s v1
            news R1-4              => nothing
            see R1-4               => untouched
            """);
  }

  @Test
  void each_of_a_transaction_gets_the_best_that_those_before_him_have_left() {
    Day day =
        day("2x6")
            .play(
                """
                best hold ada 2        => together: R1-3 held by ada till 60s v1, \
                R1-4 held by ada till 60s v1
                & best booked - 2      => together: R2-3 booked v1, R2-4 booked v1
                & best hold bob 2      => together: R1-1 held by bob till 60s v1, \
                R1-2 held by bob till 60s v1
                & change free ada R1-4 => R1-4 free v2
                & best hold bob 3      => together: R1-4 held by bob till 60s v3, \
                R1-5 held by bob till 60s v1, R1-6 held by bob till 60s v1
                news R1-4              => held by bob for 60s v3
                news R2-3              => taken v1
                """);
    assertEquals(
        List.of(
            "3 held R1-3 v1 was free by ada #3 till 60s",
            "4 held R1-4 v1 was free by ada #4 till 60s",
            "5 booked R2-3 v1 was free by nobody #0"),
        day.journalFrom(3).subList(0, 3));
  }

  @Test
  void what_is_held_or_taken_in_whatever_word_is_not_chosen() {
    day("1x6")
        .play(
            """
            change hold bob R1-1     => R1-1 held by bob till 60s v1
            change booked - R1-2     => R1-2 booked v1
            change lost - R1-3       => R1-3 lost v1
            change resale - R1-4     => R1-4 resale [resale] v1
            change free bob R1-1     => R1-1 free v2
            best booked - 3          => apart: R1-1 booked v3, R1-5 booked v1, R1-6 booked v1
            best booked - 1          => no: NothingAvailable[]
            """);
  }

  @Test
  void a_hold_that_is_over_yields_its_seat_swept_or_not() {
    Day day =
        day("1x2")
            .play(
                """
                change hold bob R1-1,R1-2  => R1-1 held by bob till 60s v1, \
                R1-2 held by bob till 60s v1
                tick 59.999999s
                best booked - 1            => no: NothingAvailable[]
                tick 0.000001s
                best booked - 2            => together: R1-1 booked v3, R1-2 booked v3
                """);
    assertEquals(
        List.of("5 expired R1-1 v2 was held by bob #3", "6 booked R1-1 v3 was free by nobody #0"),
        day.journalFrom(5).subList(0, 2));
  }

  @Test
  void what_is_back_on_resale_when_its_hold_is_over_is_not_chosen() {
    day("1x2")
        .play(
            """
            change resale - R1-1       => R1-1 resale [resale] v1
            change hold bob R1-1       => R1-1 held by bob till 60s [resale] v2
            tick 60s
            best booked - 2            => no: NothingAvailable[]
            best booked - 1            => together: R1-2 booked v1
            """);
  }

  @Test
  void only_what_is_for_sale_and_the_sellers_is_chosen() {
    day("1x6")
        .play(
            """
            best hold ada 2 unsold=R1-3,R1-4              => together: \
            R1-1 held by ada till 60s v1, R1-2 held by ada till 60s v1
            best hold ada 2 unsold=R1-3 elsewhere=R1-4    => together: \
            R1-5 held by ada till 60s v1, R1-6 held by ada till 60s v1
            best hold ada 2 unsold=R1-3 elsewhere=R1-4    => no: NothingAvailable[]
            best hold ada 2                               => together: \
            R1-3 held by ada till 60s v1, R1-4 held by ada till 60s v1
            """);
  }

  @Test
  void only_what_is_of_the_categories_wished_for_is_chosen() {
    day("2x2")
        .play(
            """
            best booked - 2 categories=Silver             => together: R2-1 booked v1, R2-2 booked v1
            best booked - 2 categories=silver             => no: NothingAvailable[]
            best booked - 2 categories=silver,gold        => together: R1-1 booked v1, R1-2 booked v1
            """);
  }

  @Test
  void a_refused_wish_changes_nothing_and_is_no_news() {
    day("1x2")
        .play(
            """
            best hold ada 3   => no: NothingAvailable[]
            see R1-1          => untouched
            news R1-1         => nothing
            best hold ada 2   => together: R1-1 held by ada till 60s v1, R1-2 held by ada till 60s v1
            """);
  }

  @Test
  void a_token_that_is_unknown_or_over_gets_nothing_however_much_is_left() {
    day("1x2")
        .play(
            """
            best hold eve 1     => no: TokenOver[]
            best hold eve 9     => no: TokenOver[]
            best booked eve 1   => no: TokenOver[]
            tick 60s
            best hold ada 1     => no: TokenOver[]
            best booked - 1     => together: R1-1 booked v1
            """);
  }

  @Test
  void a_token_that_has_too_much_is_told_what_was_one_too_many() {
    Duration day = Duration.ofHours(24);
    new Day(new HoldPolicy(day, day, 3))
        .play(
            """
            stalls 1x6
            open ada Z-1,Z-2 60s   => Z-1 till 60s v1, Z-2 till 60s v1
            best hold ada 2        => no: TokenLimit 3: R1-3 v0, R1-4 v0
            best hold ada 1        => together: R1-3 held by ada till 60s v1
            """);
  }

  @Test
  void what_is_sent_hangs_on_the_objects_by_their_position() {
    day("1x3")
        .play(
            """
            best hold ada 3 order=o1 extra=red,blue,green tickets=adult,kid => together: \
            R1-1 held by ada till 60s [order=o1 type=adult extra=red] v1, \
            R1-2 held by ada till 60s [order=o1 type=kid extra=blue] v1, \
            R1-3 held by ada till 60s [order=o1 extra=green] v1
            """);
  }

  @Test
  void what_hung_on_a_free_seat_goes_unless_it_is_kept_or_sent_anew() {
    day("1x2")
        .play(
            """
            change free - R1-1,R1-2 order=o1 extra=old => R1-1 free [order=o1 extra=old] v1, \
            R1-2 free [order=o1 extra=old] v1
            best booked - 2 keep extra=new             => together: \
            R1-1 booked [extra=new] v2, R1-2 booked [extra=old] v2
            change free - R1-1,R1-2 extra=old          => R1-1 free [extra=old] v3, \
            R1-2 free [extra=old] v3
            best lost - 2                              => together: R1-1 lost v4, R1-2 lost v4
            """);
  }

  @Test
  void places_of_an_area_are_chosen_when_seats_are_gone_in_their_kinds_of_tickets() {
    day("1x1+5")
        .play(
            """
            best booked - 3 tickets=kid,adult,kid extra=a,b,c => untold *3: \
            pit free 2 held 0 taken 3 v2
            see pit             => free 2 held 0 taken 3 v2, \
            #3 2 booked [type=kid extra=a], #4 1 booked [type=adult extra=b]
            best hold ada 3     => no: NothingAvailable[]
            best hold ada 2     => untold *2: pit free 0 held 2 taken 3 v3
            best booked - 1     => together: R1-1 booked v1
            best booked - 1     => no: NothingAvailable[]
            """);
  }

  @Test
  void places_that_are_withheld_are_not_chosen() {
    day("1x1+5")
        .play(
            """
            change booked - R1-1                 => R1-1 booked v1
            best booked - 3 withheld=pit*3       => no: NothingAvailable[]
            best booked - 2 withheld=pit*3       => untold *2: pit free 3 held 0 taken 2 v1
            best booked - 1 withheld=pit*3       => no: NothingAvailable[]
            best booked - 1 unsold=pit           => no: NothingAvailable[]
            best booked - 3                      => untold *3: pit free 0 held 0 taken 5 v2
            """);
  }

  @Test
  void places_whose_hold_is_over_are_chosen_swept_or_not() {
    day("1x1+5")
        .play(
            """
            change booked - R1-1        => R1-1 booked v1
            change hold bob pit*3       => pit free 2 held 3 taken 0 v1
            best booked - 3             => no: NothingAvailable[]
            tick 60s
            best booked - 3             => untold *3: pit free 2 held 0 taken 3 v3
            """);
  }

  @Test
  void what_is_free_cannot_be_chosen_to_become_free() {
    Wish wish = Wish.of(1);
    ChooseBest.Particulars plain = new ChooseBest.Particulars(null, false, List.of(), List.of());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ChooseBest(
                new BoxOffice().event,
                new SoldBy(BoxOffice.LAYOUT, 0),
                Stalls.of("1x1").seating(),
                wish,
                (_, _) -> Optional.empty(),
                new Goal.Free(Optional.empty()),
                plain,
                Origin.OWN));
  }

  @Test
  void those_of_one_transaction_read_the_event_once_and_weigh_what_they_change_and_look_at() {
    Day day = new Day().play("stalls 80x100+50");
    ChooseBest hold = (ChooseBest) day.command(List.of("best", "hold", "ada", "4"));
    ChooseBest sale = (ChooseBest) day.command(List.of("best", "booked", "-", "2"));
    assertEquals(4 + 8, hold.weight());
    assertEquals(2 + 8, sale.weight());
    assertEquals(Set.of(), hold.seats());
    ReadWish.OfEvent both = ReadWish.OfEvent.all(hold.event(), List.of(hold.reads(), sale.reads()));
    assertTrue(both.whole());
    assertEquals(Set.of("pit"), both.objects());
    assertEquals(Set.of("pit"), both.wholeAreas());
    assertEquals(Set.of(Day.token("ada")), both.tokens());
    assertEquals(Set.of(), both.seats());
  }
}

package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.seat.ExtraData;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Places booked by number: those the token holds first, the rest from what is free. */
final class BookPlacesTest {
  @Test
  void held_places_go_first_in_the_order_they_were_held_and_then_free_ones() {
    Day day =
        new Day()
            .play(
                """
                layout pit=9
                open ada pit/gold*2,pit/standing*2 60s  \
                => pit/gold*2 till 60s v1, pit/standing*2 till 60s v2
                book ada pit/gold+3        => booked pit/standing*3 v4
                see pit                    => free 5 held 1 taken 3 v4, #1 2 booked by ada, \
                #2 1 held by ada till 60s, #4 1 booked by ada
                book ada pit/gold+3        => booked pit/gold*3 v6
                see pit                    => free 3 held 0 taken 6 v6, #1 2 booked by ada, \
                #2 1 booked by ada, #4 1 booked by ada, #6 2 booked by ada
                """);
    assertEquals(
        List.of(
            "3 booked pit/gold*2 v3 was held by ada #1",
            "4 booked pit/standing*1 v4 was held by ada #2",
            "5 booked pit/standing*1 v5 was held by ada #2",
            "6 booked pit/gold*2 v6 was free by ada #0"),
        day.journalFrom(3));
  }

  @Test
  void I7_what_is_left_of_a_hold_lives_on_and_ends_as_one() {
    Day day =
        new Day()
            .play(
                """
                layout pit=9
                open ada pit*5 60s         => pit*5 till 60s v1
                book ada pit+2             => booked pit*2 v2
                extend ada pit 90s         => pit till 90s v3
                hold ada pit*1 90s         => pit*4 till 90s v4
                tick 90s
                sweep                      => ended 1
                see pit                    => free 7 held 0 taken 2 v5, #2 2 booked by ada
                free! pit                  => freed pit*2 v6
                """);
    assertEquals(
        List.of(
            "5 expired pit*4 v5 was held by ada #1", "6 released pit*2 v6 was booked by ada #1"),
        day.journalFrom(5));
  }

  @Test
  void I3_when_there_are_too_few_places_nothing_is_booked_and_the_seats_stay_held() {
    new Day()
        .play(
            """
            layout pit=5
            layout floor=5
            open ada A-1,pit*2 60s     => A-1 till 60s v1, pit*2 till 60s v1
            hold bob pit*2 60s         => pit*2 till 60s v2
            book ada A-1,pit+4,floor+1 => no: InsufficientCapacity pit v2 free 1
            see A-1                    => held by ada till 60s v1
            see floor                  => untouched
            book ada A-1,pit+3,floor+1 => booked A-1 v2, booked pit*3 v4, booked floor*1 v1
            see pit                    => free 0 held 2 taken 3 v4, #2 2 booked by ada, \
            #3 2 held by bob till 60s, #6 1 booked by ada
            """);
  }

  @Test
  void I3_a_seat_that_is_not_held_books_no_places() {
    new Day()
        .play(
            """
            layout pit=5
            open ada A-1,pit*2 60s     => A-1 till 60s v1, pit*2 till 60s v1
            book ada A-1,A-2,pit+1     => no: NotHeldByToken A-2 v0
            see pit                    => free 3 held 2 taken 0 v1, #2 2 held by ada till 60s
            """);
  }

  @Test
  void I4_without_a_session_of_the_token_there_are_no_places() {
    new Day()
        .play(
            """
            layout pit=5
            book ada pit+1             => no: TokenOver[]
            hold ada A-1 60s           => A-1 till 60s v1
            book ada pit+1             => booked pit*1 v1
            book ada A-1               => booked A-1 v2
            book ada pit+1             => no: TokenOver[]
            open eve A-2 60s           => A-2 till 60s v1
            book eve A-2               => booked A-2 v2
            book eve pit+1             => booked pit*1 v2
            tick 60s
            book eve pit+1             => no: TokenOver[]
            """);
  }

  @Test
  void an_area_as_a_whole_and_a_number_of_places_means_that_many_besides() {
    new Day()
        .play(
            """
            layout pit=5
            open ada pit*2 60s         => pit*2 till 60s v1
            book ada pit,pit+4         => no: InsufficientCapacity pit v1 free 3
            book ada pit,pit+2         => booked pit*2 v2, booked pit*2 v3
            see pit                    => free 1 held 0 taken 4 v3, #1 2 booked by ada, \
            #3 2 booked by ada
            """);
  }

  @Test
  void lapsed_holds_yield_their_places_and_their_end_is_told_first() {
    Day day =
        new Day()
            .play(
                """
                layout pit=5
                hold bob pit*3 30s         => pit*3 till 30s v1
                hold eve pit*2 90s         => pit*2 till 90s v2
                open ada A-1 60s           => A-1 till 60s v1
                book ada pit+1             => no: InsufficientCapacity pit v2 free 0
                tick 30s
                book ada pit+4             => no: InsufficientCapacity pit v2 free 3
                book ada pit+3             => booked pit*3 v4
                """);
    assertEquals(
        List.of("4 expired pit*3 v3 was held by bob #1", "5 booked pit*3 v4 was free by ada #0"),
        day.journalFrom(4));
  }

  @Test
  void I6_a_smaller_layout_gives_nothing_more_but_what_is_held_can_be_booked() {
    new Day()
        .play(
            """
            layout pit=9
            open ada pit*4 60s         => pit*4 till 60s v1
            hold bob pit*3 60s         => pit*3 till 60s v2
            layout pit=5
            book ada pit+5             => no: InsufficientCapacity pit v2 free 0
            book ada pit+3             => booked pit*3 v3
            book ada pit+1             => booked pit*1 v4
            book ada pit+1             => no: InsufficientCapacity pit v4 free 0
            """);
  }

  @Test
  void places_of_one_transaction_are_not_sold_twice() {
    new Day()
        .play(
            """
            layout pit=3
            open ada A-1 60s           => A-1 till 60s v1
            open bob A-2 60s           => A-2 till 60s v1
            book ada pit+2             => booked pit*2 v1
            & book bob pit+2           => no: InsufficientCapacity pit v1 free 1
            & free pit+1               => freed pit v2
            & book bob pit+2           => booked pit*2 v3
            see pit                    => free 0 held 0 taken 3 v3, #3 1 booked by ada, \
            #5 2 booked by bob
            """);
  }

  @Test
  void extra_data_and_the_order_go_onto_free_places_too() {
    Day day =
        new Day()
            .play(
                """
                layout pit=5
                open ada pit*1 60s         => pit*1 till 60s v1
                """);
    Book wanted = day.book("ada", "pit/gold+2");
    ExtraData mark = ExtraData.ofJson("{\"n\":1}");
    day.office()
        .run(
            new Book(
                wanted.event(),
                wanted.token(),
                List.of(),
                wanted.places(),
                wanted.soldBy(),
                Map.of(),
                mark,
                "o-7",
                Origin.OWN));
    for (var entry : day.office().journal().subList(1, 3)) {
      assertEquals("{\"n\":1}", entry.extraData().toJson());
      assertEquals("o-7", entry.order());
    }
    assertEquals("gold", day.office().journal().getLast().category());
  }
}

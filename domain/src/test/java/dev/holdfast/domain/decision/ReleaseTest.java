package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReleaseTest {
  @Test
  void a_holder_gives_back_what_it_holds() {
    Day day =
        new Day()
            .play(
                """
                hold ada A-1 60s       => A-1 till 60s v1
                release bob A-1        => no: NotHeldByToken A-1 v1
                release ada A-1        => freed A-1 v2
                release ada A-1        => no: NotHeldByToken A-1 v2
                hold bob A-1 60s       => A-1 till 60s v3
                """);
    assertEquals("2 released A-1 v2 was held by ada #1", day.journalFrom(2).getFirst());
  }

  @Test
  void the_house_frees_held_and_booked_seats_whoever_has_them() {
    Day day =
        new Day()
            .play(
                """
                hold ada A-1,A-2 60s   => A-1 till 60s v1, A-2 till 60s v1
                book ada A-2           => booked A-2 v2
                free A-2,A-1           => freed A-2 v3, A-1 v2
                free A-1               => no: NotFoundOrFree A-1 v2
                free A-7               => no: NotFoundOrFree A-7 v0
                """);
    assertEquals(
        List.of("4 released A-2 v3 was booked by ada #2", "5 released A-1 v2 was held by ada #1"),
        day.journalFrom(4));
  }

  @Test
  void I3_one_object_that_cannot_be_freed_frees_none() {
    new Day()
        .play(
            """
            layout pit=5
            hold ada A-1,pit*2 60s       => A-1 till 60s v1, pit*2 till 60s v1
            hold bob A-2 60s             => A-2 till 60s v1
            release ada A-1,pit,A-2      => no: NotHeldByToken A-2 v1
            free! A-1,A-2,pit,A-3        => no: NotFoundOrFree A-3 v0
            see A-1                      => held by ada till 60s v1
            see pit                      => free 3 held 2 taken 0 v1, #2 2 held by ada till 60s
            free! A-1,A-2,pit            => freed A-1 v2, A-2 v2, pit*2 v2
            """);
  }

  @Test
  void all_places_of_an_area_have_to_be_asked_for_in_so_many_words() {
    new Day()
        .play(
            """
            layout pit=9
            free pit                     => no: AllPlacesNotConfirmed pit
            free! pit                    => no: NotFoundOrFree pit v0
            hold ada pit*2 60s           => pit*2 till 60s v1
            book ada pit                 => booked pit*2 v2
            hold ada pit*3 60s           => pit*3 till 60s v3
            hold bob pit*1 60s           => pit*1 till 60s v4
            free A-8,pit                 => no: AllPlacesNotConfirmed pit; NotFoundOrFree A-8 v0
            see pit                      => free 3 held 4 taken 2 v4, #1 2 booked by ada, \
            #3 3 held by ada till 60s, #4 1 held by bob till 60s
            free! pit                    => freed pit*6 v7
            see pit                      => free 9 held 0 taken 0 v7
            """);
  }

  @Test
  void an_area_that_only_the_ledger_remembers_is_still_an_area() {
    Day day =
        new Day()
            .play(
                """
                layout pit=9
                hold ada pit*2 60s           => pit*2 till 60s v1
                """);
    Release unaware =
        new Release(day.office().event, List.of("pit"), Set.of(), new Anybodys(false), Origin.OWN);
    assertEquals("no: AllPlacesNotConfirmed pit", Told.of(day.office().run(unaware)));
  }

  @Test
  void places_that_lapsed_are_neither_released_nor_counted_as_such() {
    Day day =
        new Day()
            .play(
                """
                layout pit=9
                hold ada pit*2 60s           => pit*2 till 60s v1
                hold bob pit*3 90s           => pit*3 till 90s v2
                tick 60s
                release ada pit              => no: NotHeldByToken pit v2
                free! pit                    => freed pit*3 v3
                free! pit                    => no: NotFoundOrFree pit v3
                sweep                        => ended 1
                see pit                      => free 9 held 0 taken 0 v4
                """);
    assertEquals(
        List.of("3 released pit*3 v3 was held by bob #2", "4 expired pit*2 v4 was held by ada #1"),
        day.journalFrom(3));
  }

  @Test
  void a_token_gives_back_the_places_it_holds_and_if_asked_those_it_has() {
    new Day()
        .play(
            """
            layout pit=9
            hold ada pit*2 60s           => pit*2 till 60s v1
            book ada pit                 => booked pit*2 v2
            hold ada pit*3 60s           => pit*3 till 60s v3
            hold bob pit*1 60s           => pit*1 till 60s v4
            release ada pit              => freed pit*3 v5
            release ada pit              => no: NotHeldByToken pit v5 taken by it
            hold ada pit*1 60s           => pit*1 till 60s v6
            return ada pit               => freed pit*3 v8
            return ada pit               => no: NotHeldByToken pit v8
            see pit                      => free 8 held 1 taken 0 v8, #4 1 held by bob till 60s
            """);
  }

  @Test
  void I6_releasing_twice_gives_no_place_twice() {
    new Day()
        .play(
            """
            layout pit=3
            hold ada pit*3 60s           => pit*3 till 60s v1
            release ada pit              => freed pit*3 v2
            & release ada pit            => no: NotHeldByToken pit v2
            & free! pit                  => no: NotFoundOrFree pit v2
            see pit                      => free 3 held 0 taken 0 v2
            """);
  }
}

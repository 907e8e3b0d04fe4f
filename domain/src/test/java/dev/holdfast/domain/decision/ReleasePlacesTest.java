package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Places given back by number, and releases that leave what there is nothing of. */
final class ReleasePlacesTest {
  @Test
  void the_latest_sale_goes_first_whenever_its_places_were_held() {
    Day day =
        new Day()
            .play(
                """
                layout pit=9
                hold ada pit*2 60s         => pit*2 till 60s v1
                hold bob pit*2 60s         => pit*2 till 60s v2
                hold eve pit*2 60s         => pit*2 till 60s v3
                tick 1s
                book bob pit               => booked pit*2 v4
                tick 1s
                book ada pit               => booked pit*2 v5
                free pit+3                 => freed pit*3 v7
                see pit                    => free 6 held 2 taken 1 v7, #2 1 booked by bob, \
                #3 2 held by eve till 60s
                """);
    assertEquals(
        List.of(
            "6 released pit*2 v6 was booked by ada #1", "7 released pit*1 v7 was booked by bob #2"),
        day.journalFrom(6));
  }

  @Test
  void held_places_go_when_no_more_are_taken_the_latest_first() {
    new Day()
        .play(
            """
            layout pit=9
            hold ada pit*2 60s         => pit*2 till 60s v1
            hold bob pit*2 60s         => pit*2 till 60s v2
            hold eve pit*1 60s         => pit*1 till 60s v3
            book eve pit               => booked pit*1 v4
            free pit+2                 => freed pit*2 v6
            see pit                    => free 6 held 3 taken 0 v6, #1 2 held by ada till 60s, \
            #2 1 held by bob till 60s
            free pit+9                 => freed pit*3 v8
            free pit+1                 => freed pit*0 v8
            """);
  }

  @Test
  void a_token_gives_back_that_many_of_what_it_holds_and_nobody_elses() {
    new Day()
        .play(
            """
            layout pit=9
            hold ada pit*3 60s         => pit*3 till 60s v1
            hold bob pit*3 60s         => pit*3 till 60s v2
            release ada pit+2          => freed pit*2 v3
            release ada pit+2          => freed pit v4
            release ada pit+2          => freed pit*0 v4
            see pit                    => free 6 held 3 taken 0 v4, #2 3 held by bob till 60s
            """);
  }

  @Test
  void what_was_booked_under_the_token_is_given_back_only_if_asked() {
    new Day()
        .play(
            """
            layout pit=9
            open ada pit*2 60s         => pit*2 till 60s v1
            book ada pit+4             => booked pit*4 v3
            release ada pit+1          => freed pit*0 v3
            return ada pit+3           => freed pit*3 v5
            see pit                    => free 8 held 0 taken 1 v5, #1 1 booked by ada
            """);
  }

  @Test
  void an_area_as_a_whole_and_a_number_besides_frees_no_place_twice() {
    new Day()
        .play(
            """
            layout pit=9
            hold ada pit*3 60s         => pit*3 till 60s v1
            release ada pit,pit+2      => freed pit*3 v2, pit*0 v2
            see pit                    => free 9 held 0 taken 0 v2
            """);
  }

  @Test
  void places_of_what_is_no_area_cannot_be_released() {
    new Day()
        .play(
            """
            layout pit=9
            hold ada A-1,pit*1 60s     => A-1 till 60s v1, pit*1 till 60s v1
            release ada pit,A-1+1      => no: NotAnArea[object=A-1]
            release? ada pit,A-1+1     => no: NotAnArea[object=A-1]
            free! pit,Z-1+1            => no: UnknownObject[object=Z-1]
            see A-1                    => held by ada till 60s v1
            see pit                    => free 8 held 1 taken 0 v1, #2 1 held by ada till 60s
            """);
  }

  @Test
  void lapsed_places_are_not_given_back_but_expire() {
    new Day()
        .play(
            """
            layout pit=9
            hold ada pit*3 60s         => pit*3 till 60s v1
            tick 60s
            free pit+2                 => freed pit*0 v1
            release ada pit+2          => freed pit*0 v1
            sweep                      => ended 1
            """);
  }

  @Test
  void a_lenient_release_leaves_what_is_not_the_tokens() {
    new Day()
        .play(
            """
            layout pit=9
            hold ada A-1,pit*2 60s     => A-1 till 60s v1, pit*2 till 60s v1
            hold bob A-2,pit*1 60s     => A-2 till 60s v1, pit*1 till 60s v2
            book ada pit               => booked pit*2 v3
            release? ada A-1,A-2,A-3,pit  => freed A-1 v2
            see A-2                    => held by bob till 60s v1
            see A-3                    => untouched
            see pit                    => free 6 held 1 taken 2 v3, #2 2 booked by ada, \
            #4 1 held by bob till 60s
            release? ada A-1           => nothing
            """);
  }

  @Test
  void I3_a_label_that_the_layout_lacks_frees_nothing_however_lenient() {
    new Day()
        .play(
            """
            hold ada A-1 60s           => A-1 till 60s v1
            release? ada A-1,Z-9       => no: UnknownObject[object=Z-9]
            free? A-1,Z-9              => no: UnknownObject[object=Z-9]
            see A-1                    => held by ada till 60s v1
            """);
  }

  @Test
  void a_lenient_house_frees_held_and_booked_seats_and_ignores_free_ones() {
    new Day()
        .play(
            """
            layout pit=9
            hold ada A-1,A-2,pit*2 60s => A-1 till 60s v1, A-2 till 60s v1, pit*2 till 60s v1
            book ada A-2               => booked A-2 v2
            free? A-1,pit              => no: AllPlacesNotConfirmed pit
            free? A-1,A-2,A-3          => freed A-1 v2, A-2 v3
            free!? pit                 => freed pit*2 v2
            free!? pit,A-1             => nothing
            """);
  }

  @Test
  void a_seat_that_a_former_layout_had_and_somebody_holds_can_still_be_released() {
    new Day()
        .play(
            """
            hold ada Z-1 60s           => Z-1 till 60s v1
            release? ada Z-1           => freed Z-1 v2
            release? ada Z-1           => no: UnknownObject[object=Z-1]
            """);
  }
}

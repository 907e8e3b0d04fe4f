package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a change hangs on places of an area, and what the older dialects make of them. */
final class ChangePlacesTagTest {
  private final Day day = new Day().play("layout pit=9\nbegin ada 900s\nbegin bob 900s");

  private List<String> categories() {
    return day.office().journal().stream().map(each -> "" + each.category()).toList();
  }

  @Test
  void places_that_join_a_hold_bring_the_order_and_what_hangs_on_all_of_it() {
    day.play(
        """
        change hold ada pit*1 order=o1 extra=red => pit free 8 held 1 taken 0 v1
        change hold ada pit*1 order=o2 keep      => pit free 7 held 2 taken 0 v2
        see pit                                  => free 7 held 2 taken 0 v2, \
        #1 2 held by ada till 900s [order=o2 extra=red]
        change hold ada pit*1 extra=blue keep    => pit free 6 held 3 taken 0 v3
        see pit                                  => free 6 held 3 taken 0 v3, \
        #1 3 held by ada till 900s [extra=blue]
        change hold ada pit*1                    => pit free 5 held 4 taken 0 v4
        see pit                                  => free 5 held 4 taken 0 v4, \
        #1 4 held by ada till 900s
        """);
  }

  @Test
  void places_that_a_token_holds_keep_what_hangs_on_each_of_them_when_booked() {
    day.play(
        """
        change hold ada pit:kid*1 extra=red      => pit free 8 held 1 taken 0 v1
        change hold ada pit*2 extra=blue         => pit free 6 held 3 taken 0 v2
        change booked ada pit:adult*4 order=o1 keep => pit free 5 held 0 taken 4 v5
        see pit                                  => free 5 held 0 taken 4 v5, \
        #1 1 booked by ada [order=o1 type=adult extra=red], \
        #2 2 booked by ada [order=o1 type=adult extra=blue], \
        #5 1 booked by ada [order=o1 type=adult]
        """);
  }

  @Test
  void what_hangs_on_places_is_cleared_where_it_is_not_to_be_kept() {
    day.play(
        """
        change hold ada pit:kid*2 order=o1 extra=red => pit free 7 held 2 taken 0 v1
        change booked ada pit*1                  => pit free 7 held 1 taken 1 v2
        change lost ada pit*1 extra=blue         => pit free 7 held 0 taken 2 v3
        see pit                                  => free 7 held 0 taken 2 v3, \
        #1 1 lost by ada [extra=blue], #2 1 booked by ada
        """);
  }

  @Test
  void a_release_is_told_with_its_own_order_and_with_what_hung_on_the_places() {
    day.play(
        """
        change booked - pit:kid*3 order=o1 extra=red => pit free 6 held 0 taken 3 v1
        change free - pit*1 order=o2             => pit free 7 held 0 taken 2 v2
        change free - pit*2                      => pit free 9 held 0 taken 0 v3
        """);
    assertEquals(
        List.of(
            "2 released pit*1 v2 was booked by nobody #0 [order=o2 type=kid extra=red]",
            "3 released pit*2 v3 was booked by nobody #0 [order=o1 type=kid extra=red]"),
        day.journalFrom(2));
  }

  @Test
  void places_keep_the_category_they_were_held_in() {
    day.play(
        """
        hold ada pit/gold*2 60s                  => pit/gold*2 till 60s v1
        change booked ada pit*3                  => pit free 6 held 0 taken 3 v3
        change hold bob pit/standing*2           => pit free 4 held 2 taken 3 v4
        change lost bob pit/gold*1               => pit free 4 held 1 taken 4 v5
        change free bob pit/gold*2               => pit free 6 held 0 taken 3 v7
        """);
    assertEquals(
        List.of("gold", "gold", "null", "standing", "standing", "standing", "standing"),
        categories());
  }

  @Test
  void places_put_up_for_resale_are_taken_and_free_when_that_ends() {
    day.play(
        """
        change resale - pit*2 listing=L1         => pit free 7 held 0 taken 2 v1
        see pit                                  => free 7 held 0 taken 2 v1, #1 2 resale [resale=L1]
        change booked ada pit*7                  => pit free 0 held 0 taken 9 v2
        change hold bob pit*1                    => no: InsufficientCapacity pit v2 free 0
        change free - pit*9                      => pit free 9 held 0 taken 0 v4
        """);
  }

  @Test
  void the_older_dialects_extend_book_and_release_what_was_held_by_a_change() {
    day.play(
        """
        change hold ada pit:kid*2,pit*1 order=o1 => pit free 6 held 3 taken 0 v2
        hold ada pit*1 60s                       => pit*2 till 900s v3
        see pit                                  => free 5 held 4 taken 0 v3, \
        #1 2 held by ada till 900s [order=o1 type=kid], #2 2 held by ada till 900s [order=o1]
        extend ada pit 1000s                     => pit till 1000s v5
        book ada pit+3                           => booked pit*3 v7
        see pit                                  => free 5 held 1 taken 3 v7, \
        #1 2 booked by ada [order=o1 type=kid], #2 1 held by ada till 1000s [order=o1], \
        #7 1 booked by ada [order=o1]
        release ada pit                          => freed pit v8
        return ada pit+1                         => freed pit v9
        free! pit                                => freed pit*2 v10
        """);
  }

  @Test
  void what_the_older_dialects_booked_is_freed_by_the_house_and_by_its_token() {
    day.play(
        """
        hold ada pit/gold*4 60s                  => pit/gold*4 till 60s v1
        book ada pit                             => booked pit/gold*4 v2
        change free ada pit*1                    => pit free 6 held 0 taken 3 v3
        change free - pit*1                      => pit free 7 held 0 taken 2 v4
        change free bob pit*1                    => pit free 7 held 0 taken 2 v4
        change lost - pit*1                      => pit free 6 held 0 taken 3 v5
        free! pit                                => freed pit*3 v7
        """);
  }

  @Test
  void a_hold_through_a_capped_key_counts_for_it_until_more_joins_it() {
    day.play(
        """
        hold ada pit*2 60s via 7/3               => pit*2 till 60s v1
        hold ada A-1 60s via 7/3                 => A-1 till 60s v1
        change hold ada A-1                      => A-1 held by ada till 60s v2
        hold bob pit*1 60s via 7/3               => no: KeyLimit 3: pit v1
        """);
    assertEquals(3, day.office().heldThrough(7));
    day.play("change hold ada pit:kid*1 => pit free 6 held 3 taken 0 v2");
    assertEquals(3, day.office().heldThrough(7));
    day.play("change hold ada pit*1 => pit free 5 held 4 taken 0 v3");
    assertEquals(1, day.office().heldThrough(7));
  }
}

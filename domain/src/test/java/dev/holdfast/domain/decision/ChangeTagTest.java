package dev.holdfast.domain.decision;

import org.junit.jupiter.api.Test;

/** What a change hangs on a seat, keeps there and takes away (section 15.4). */
final class ChangeTagTest {
  private final Day day = new Day().play("begin ada 900s");

  @Test
  void an_order_is_kept_with_every_change_and_cleared_by_one_without() {
    day.play(
        """
        change hold ada A-1 order=o1     => A-1 held by ada till 900s [order=o1] v1
        change hold ada A-1 order=o2     => A-1 held by ada till 900s [order=o2] v2
        change booked ada A-1            => A-1 booked by ada v3
        change lost - A-1 order=o3       => A-1 lost by ada [order=o3] v4
        change free - A-1 order=o4       => A-1 free [order=o4] v5
        change free - A-1 order=o5       => A-1 free [order=o5] v6
        change booked - A-1              => A-1 booked v7
        """);
  }

  @Test
  void what_hangs_on_a_seat_is_cleared_unless_it_is_to_be_kept() {
    day.play(
        """
        change hold ada A-1 extra=red    => A-1 held by ada till 900s [extra=red] v1
        change hold ada A-1 keep         => A-1 held by ada till 900s [extra=red] v2
        change booked ada A-1 keep       => A-1 booked by ada [extra=red] v3
        change lost - A-1 keep           => A-1 lost by ada [extra=red] v4
        change free - A-1 keep           => A-1 free [extra=red] v5
        change free - A-1 keep           => A-1 free [extra=red] v6
        change hold ada A-1 keep         => A-1 held by ada till 900s [extra=red] v7
        change hold ada A-1              => A-1 held by ada till 900s v8
        """);
  }

  @Test
  void what_is_sent_takes_the_place_of_what_was_there_kept_or_not() {
    day.play(
        """
        change booked - A-1 extra=red    => A-1 booked [extra=red] v1
        change lost - A-1 extra=blue keep => A-1 lost [extra=blue] v2
        change free - A-1 extra=green    => A-1 free [extra=green] v3
        change booked - A-1              => A-1 booked v4
        change free - A-1                => A-1 free v5
        """);
  }

  @Test
  void a_kind_of_ticket_is_kept_with_the_change_that_names_it() {
    day.play(
        """
        change hold ada A-1:kid          => A-1 held by ada till 900s [type=kid] v1
        change booked ada A-1:adult      => A-1 booked by ada [type=adult] v2
        change lost - A-1                => A-1 lost by ada v3
        change free - A-1:kid            => A-1 free [type=kid] v4
        change free - A-1                => A-1 free v5
        """);
  }

  @Test
  void the_older_dialects_find_a_free_seat_free_whatever_hangs_on_it() {
    day.play(
        """
        change free - A-1 order=o1 extra=red => A-1 free [order=o1 extra=red] v1
        hold eve A-1 60s                 => A-1 till 60s v2
        see A-1                          => held by eve till 60s v2
        free A-1                         => freed A-1 v3
        change free - A-1 order=o2       => A-1 free [order=o2] v4
        free A-1                         => no: NotFoundOrFree A-1 v4
        release ada A-1                  => no: NotHeldByToken A-1 v4
        """);
  }

  @Test
  void the_older_dialects_keep_what_hangs_on_a_hold() {
    day.play(
        """
        change hold ada A-1:kid order=o1 extra=red => \
        A-1 held by ada till 900s [order=o1 type=kid extra=red] v1
        hold ada A-1 60s                 => A-1 till 900s v1
        extend ada A-1 1000s             => A-1 till 1000s v2
        book ada A-1                     => booked A-1 v3
        see A-1                          => booked by ada [order=o1 type=kid extra=red] v3
        free A-1                         => freed A-1 v4
        see A-1                          => free v4
        """);
  }

  @Test
  void what_the_older_dialects_left_is_changed_as_anything_else() {
    day.play(
        """
        hold eve A-1 60s                 => A-1 till 60s v1
        book eve A-1                     => booked A-1 v2
        change lost - A-1 order=o1       => A-1 lost by eve [order=o1] v3
        release eve A-1                  => no: NotHeldByToken A-1 v3 taken by it
        change hold ada A-1              => A-1 held by ada till 900s v4
        release eve A-1                  => no: NotHeldByToken A-1 v4
        free A-1                         => freed A-1 v5
        """);
  }
}

package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.seat.ExtraData;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BookTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void what_the_token_holds_is_booked_in_the_order_of_the_request() {
    Day day =
        new Day()
            .play(
                """
                hold ada A-1,A-2 60s   => A-1 till 60s v1, A-2 till 60s v1
                book ada A-2,A-1       => booked A-2 v2, booked A-1 v2
                """);
    assertEquals(
        List.of("3 booked A-2 v2 was held by ada #2", "4 booked A-1 v2 was held by ada #1"),
        day.journalFrom(3));
  }

  @Test
  void I3_one_seat_that_is_not_held_books_none_and_names_only_the_lost() {
    new Day()
        .play(
            """
            layout pit=5
            hold ada A-1,A-2,pit*1 60s     => A-1 till 60s v1, A-2 till 60s v1, pit*1 till 60s v1
            hold bob A-3 60s               => A-3 till 60s v1
            book ada A-1,A-2,A-3,pit,A-4   => no: NotHeldByToken A-3 v1; NotHeldByToken A-4 v0
            see A-1                        => held by ada till 60s v1
            see pit                        => free 4 held 1 taken 0 v1, #3 1 held by ada till 60s
            book ada A-1,A-2,pit           => booked A-1 v2, booked A-2 v2, booked pit*1 v2
            """);
  }

  @Test
  void I1_a_seat_is_booked_once_and_a_second_try_says_who_has_it() {
    new Day()
        .play(
            """
            hold ada A-1 60s       => A-1 till 60s v1
            book ada A-1           => booked A-1 v2
            book ada A-1           => no: NotHeldByToken A-1 v2 taken by it
            book bob A-1           => no: NotHeldByToken A-1 v2
            extend ada A-1 60s     => lost NotHeldByToken A-1 v2 taken by it
            release ada A-1        => no: NotHeldByToken A-1 v2 taken by it
            free A-1               => freed A-1 v3
            book ada A-1           => no: NotHeldByToken A-1 v3
            """);
  }

  @Test
  void nothing_is_booked_without_a_hold() {
    new Day()
        .play(
            """
            layout pit=5
            book ada A-1           => no: NotHeldByToken A-1 v0
            book ada pit           => no: NotHeldByToken pit v0
            """);
  }

  @Test
  void a_booked_area_means_the_tokens_whole_quantity_in_every_category() {
    new Day()
        .play(
            """
            layout pit=9
            hold ada pit/gold*1,pit/standing*2 60s \
            => pit/gold*1 till 60s v1, pit/standing*2 till 60s v2
            hold bob pit/gold*3 60s        => pit/gold*3 till 60s v3
            book ada pit                   => booked pit/gold*1 v4, booked pit/standing*2 v5
            book ada pit                   => no: NotHeldByToken pit v5 taken by it
            see pit                        => free 3 held 3 taken 3 v5, #1 1 booked by ada, \
            #2 2 booked by ada, #3 3 held by bob till 60s
            """);
  }

  @Test
  void each_booking_of_an_area_leaves_a_record_of_its_own() {
    new Day()
        .play(
            """
            layout pit=9
            hold ada pit*1 60s     => pit*1 till 60s v1
            book ada pit           => booked pit*1 v2
            hold ada pit*2 60s     => pit*2 till 60s v3
            book ada pit           => booked pit*2 v4
            see pit                => free 6 held 0 taken 3 v4, \
            #1 1 booked by ada, #3 2 booked by ada
            """);
  }

  @Test
  void extra_data_is_merged_onto_every_object_and_the_booking_wins() {
    Day day = new Day().play("layout pit=5");
    ExtraData held = ExtraData.ofJson("{\"cart\":1,\"name\":\"Ada\"}");
    day.office().run(day.hold("ada", "A-1,pit*2", MINUTE, held));
    ExtraData booked = ExtraData.ofJson("{\"name\":\"A.L.\",\"order\":{\"id\":7}}");
    day.office()
        .run(
            new Book(
                day.office().event,
                Day.token("ada"),
                List.of("A-1", "pit"),
                booked,
                "o-7",
                new Origin("v1", 3, "192.0.2.1")));
    for (JournalEntry entry : day.office().journal().subList(2, 4)) {
      assertEquals(
          "{\"cart\":1,\"name\":\"A.L.\",\"order\":{\"id\":7}}", entry.extraData().toJson());
      assertEquals("o-7", entry.order());
      assertEquals(new Origin("v1", 3, "192.0.2.1"), entry.origin());
      assertNull(entry.until());
    }
  }

  @Test
  void more_places_bring_more_extra_data_to_the_record() {
    Day day = new Day().play("layout pit=5");
    day.office().run(day.hold("ada", "pit*1", MINUTE, ExtraData.ofJson("{\"a\":1,\"b\":1}")));
    day.office().run(day.hold("ada", "pit*1", MINUTE, ExtraData.ofJson("{\"b\":2}")));
    day.play("book ada pit => booked pit*2 v3");
    assertEquals("{\"a\":1,\"b\":2}", day.office().journal().getLast().extraData().toJson());
  }

  @Test
  void what_hung_on_a_seat_is_told_when_it_becomes_free_and_is_gone_afterwards() {
    Day day = new Day();
    day.office().run(day.hold("ada", "A-1", MINUTE, ExtraData.ofJson("{\"cart\":1}")));
    day.play(
        """
        book ada A-1         => booked A-1 v2
        free A-1             => freed A-1 v3
        hold bob A-1 60s     => A-1 till 60s v4
        """);
    assertEquals("{\"cart\":1}", day.office().journal().get(2).extraData().toJson());
    assertEquals("{}", day.office().journal().get(3).extraData().toJson());
  }
}

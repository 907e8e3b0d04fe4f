package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.seat.ExtraData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What hangs on an object stays within its bound, however often something is added. */
final class ExtraDataBoundTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private final Day day = new Day().play("layout pit=9");

  /** One member whose JSON object has so many bytes. */
  private static ExtraData of(String name, int bytes) {
    // {"n":"..."}
    return new ExtraData(
        Map.of("\"" + name + "\"", "\"" + "x".repeat(bytes - name.length() - 7) + "\""));
  }

  private Outcome<?> hold(String objects, ExtraData extraData) {
    return day.office().run(day.hold("ada", objects, MINUTE, extraData));
  }

  private Outcome<?> book(ExtraData extraData, String... objects) {
    return day.office()
        .run(
            new Book(
                day.office().event,
                Day.token("ada"),
                List.of(objects),
                extraData,
                null,
                Origin.OWN));
  }

  private static void assertTooLarge(List<String> objects, Outcome<?> outcome) {
    List<?> reasons = assertInstanceOf(Outcome.Refused.class, outcome).reasons();
    assertEquals(
        objects.stream().map(each -> new Refusal.ExtraDataTooLarge(each, 16_384)).toList(),
        reasons);
  }

  @Test
  void a_booking_may_fill_it_to_the_last_byte_and_not_beyond() {
    hold("A-1,A-2", of("a", 10_000));
    // Together they share a pair of braces and need a comma.
    int room = ExtraData.MAX_BYTES - 10_000 + 1;
    assertTooLarge(List.of("A-1", "A-2"), book(of("b", room + 1), "A-1", "A-2"));
    assertInstanceOf(Outcome.Accepted.class, book(of("b", room), "A-1"));
    assertInstanceOf(Outcome.Accepted.class, book(of("a", ExtraData.MAX_BYTES), "A-2"));
  }

  @Test
  void a_booking_that_adds_nothing_is_not_asked_for_room() {
    hold("A-1", of("a", ExtraData.MAX_BYTES));
    assertInstanceOf(Outcome.Accepted.class, book(ExtraData.NONE, "A-1"));
  }

  @Test
  void one_object_without_room_books_none_of_them() {
    hold("A-1", ExtraData.NONE);
    hold("pit*2", of("a", 10_000));
    assertTooLarge(List.of("pit"), book(of("b", 10_000), "A-1", "pit"));
    assertInstanceOf(Outcome.Accepted.class, book(of("b", 1_000), "A-1", "pit"));
  }

  @Test
  void places_that_join_a_hold_cannot_make_it_grow_for_ever() {
    assertInstanceOf(Outcome.Accepted.class, hold("pit*1", of("a", 10_000)));
    assertTooLarge(List.of("pit"), hold("pit*1", of("b", 10_000)));
    assertInstanceOf(Outcome.Accepted.class, hold("pit*1", of("a", 12_000)));
    assertInstanceOf(Outcome.Accepted.class, hold("pit/gold*1", of("b", 10_000)));
  }

  @Test
  void characters_count_as_their_bytes() {
    ExtraData umlauts = new ExtraData(Map.of("\"b\"", "\"" + "\u00e4".repeat(4_000) + "\""));
    hold("A-1", of("a", 10_000));
    assertTooLarge(List.of("A-1"), book(umlauts, "A-1"));
  }
}

package dev.holdfast.app.history;

import static dev.holdfast.app.history.Deed.FREE;
import static dev.holdfast.app.history.Deed.RESERVE;
import static dev.holdfast.app.history.Deed.TAKE;
import static dev.holdfast.app.history.Result.DONE;
import static dev.holdfast.app.history.Result.NOTHING;
import static dev.holdfast.app.history.Result.REFUSED;
import static dev.holdfast.app.history.Result.UNKNOWN;
import static dev.holdfast.app.history.Script.AREA;
import static dev.holdfast.app.history.Script.second;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.history.Violation.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Changes of status whose answers tell no versions: lies are found, and what can be true passes.
 */
final class StatusCallsCheckTest {
  private static final String ANN = "ann";
  private static final String BEN = "ben";
  private static final String SEAT = "A-1";
  private static final String NEXT = "A-2";
  private static final String ONE = "order-1";
  private static final String TWO = "order-2";

  private static Set<Kind> kinds(Script... nights) {
    List<History> histories = Stream.of(nights).map(Script::history).toList();
    return HistoryCheck.of(histories).stream().map(Violation::kind).collect(Collectors.toSet());
  }

  private static void assertSound(Script... nights) {
    List<History> histories = Stream.of(nights).map(Script::history).toList();
    assertEquals(List.of(), HistoryCheck.of(histories));
  }

  private static Sight held(String seat, long version, String token) {
    return new Sight(seat, version, Standing.HELD, token, 1, second(3_600), second(0));
  }

  private static Sight booked(String seat, long version, String token) {
    return new Sight(seat, version, Standing.BOOKED, token, 1, null, second(0));
  }

  private static Sight free(String seat, long version, @Nullable String token) {
    return new Sight(seat, version, Standing.FREE, token, 1, null, second(0));
  }

  private static Sight places(Standing standing, String token, long version, int quantity) {
    return new Sight(AREA, version, standing, token, quantity, null, second(0));
  }

  private static Script heldByAnn() {
    return new Script()
        .change(RESERVE, ANN, ONE, DONE, SEAT)
        .line(ONE, "held", Standing.FREE, held(SEAT, 1, ANN));
  }

  @Test
  void what_is_chosen_booked_taken_back_and_sold_again_is_sound() {
    assertSound(
        new Script()
            .best(ANN, "best", DONE, 2, SEAT, NEXT)
            .change(RESERVE, ANN, "again", DONE, SEAT)
            .change(TAKE, ANN, "sale", DONE, SEAT, NEXT)
            .look(5, booked(SEAT, 3, ANN), booked(NEXT, 2, ANN))
            .change(FREE, "", "back", DONE, SEAT)
            .change(FREE, "", "twice", DONE, SEAT)
            .change(TAKE, BEN, "straight", DONE, SEAT)
            .look(8, booked(SEAT, 6, BEN), booked(NEXT, 2, ANN))
            .line("best", "held", Standing.FREE, held(SEAT, 1, ANN))
            .line("best", "held", Standing.FREE, held(NEXT, 1, ANN))
            .line("again", "tagged", Standing.HELD, held(SEAT, 2, ANN))
            .line("sale", "booked", Standing.HELD, booked(SEAT, 3, ANN))
            .line("sale", "booked", Standing.HELD, booked(NEXT, 2, ANN))
            .line("back", "released", Standing.BOOKED, free(SEAT, 4, ANN))
            .line("twice", "changed", Standing.FREE, free(SEAT, 5, null))
            .line("straight", "booked", Standing.FREE, booked(SEAT, 6, BEN)));
  }

  @Test
  void a_seat_that_is_sold_twice_is_found() {
    Script twice =
        heldByAnn()
            .change(TAKE, ANN, "sale", DONE, SEAT)
            .change(TAKE, BEN, TWO, DONE, SEAT)
            .line("sale", "booked", Standing.HELD, booked(SEAT, 2, ANN))
            .line(TWO, "booked", Standing.BOOKED, booked(SEAT, 3, BEN));
    assertEquals(Set.of(Kind.ILLEGAL), kinds(twice));
  }

  @Test
  void a_seat_that_another_holds_is_neither_held_nor_booked_nor_freed() {
    Script held =
        heldByAnn()
            .change(RESERVE, BEN, TWO, DONE, SEAT)
            .line(TWO, "held", Standing.HELD, held(SEAT, 2, BEN));
    assertEquals(Set.of(Kind.ILLEGAL), kinds(held));
    Script booked =
        heldByAnn()
            .change(TAKE, BEN, TWO, DONE, SEAT)
            .line(TWO, "booked", Standing.HELD, booked(SEAT, 2, BEN));
    assertEquals(Set.of(Kind.ILLEGAL), kinds(booked));
    Script freed =
        heldByAnn()
            .change(FREE, BEN, TWO, DONE, SEAT)
            .line(TWO, "released", Standing.HELD, free(SEAT, 2, ANN));
    assertEquals(Set.of(Kind.ILLEGAL), kinds(freed));
    assertSound(
        heldByAnn()
            .change(FREE, "", TWO, DONE, SEAT)
            .line(TWO, "released", Standing.HELD, free(SEAT, 2, ANN)));
  }

  @Test
  void an_acknowledged_booking_that_is_nowhere_is_found() {
    assertEquals(Set.of(Kind.LOST), kinds(heldByAnn().change(TAKE, ANN, TWO, DONE, SEAT)));
    Script half =
        heldByAnn()
            .change(TAKE, ANN, TWO, DONE, SEAT, NEXT)
            .line(TWO, "booked", Standing.HELD, booked(SEAT, 2, ANN));
    assertEquals(Set.of(Kind.LOST), kinds(half));
    Script other =
        new Script()
            .best(ANN, ONE, DONE, 1, SEAT)
            .line(ONE, "held", Standing.FREE, held(NEXT, 1, ANN));
    assertEquals(Set.of(Kind.LOST), kinds(other));
  }

  @Test
  void an_answer_that_names_too_few_is_found() {
    Script few =
        new Script()
            .best(ANN, ONE, DONE, 2, SEAT)
            .line(ONE, "held", Standing.FREE, held(SEAT, 1, ANN));
    assertEquals(Set.of(Kind.UNASKED, Kind.LOST), kinds(few));
  }

  @Test
  void what_was_refused_or_not_done_and_happened_is_found() {
    for (Result result : List.of(REFUSED, NOTHING)) {
      Script done =
          new Script()
              .done(Deed.HOLD, ANN, held(SEAT, 1, ANN))
              .change(TAKE, ANN, ONE, result, SEAT)
              .line("held", Standing.FREE, held(SEAT, 1, ANN))
              .line(ONE, "booked", Standing.HELD, booked(SEAT, 2, ANN));
      assertTrue(kinds(done).contains(Kind.UNASKED), result + ": " + kinds(done));
    }
    Script nobodys = new Script().line(ONE, "booked", Standing.FREE, booked(SEAT, 1, ANN));
    assertTrue(kinds(nobodys).contains(Kind.UNASKED), kinds(nobodys).toString());
  }

  @Test
  void what_happened_is_what_was_asked_for() {
    Script theirs =
        new Script()
            .change(RESERVE, ANN, ONE, DONE, SEAT)
            .line(ONE, "held", Standing.FREE, held(SEAT, 1, BEN));
    assertEquals(Set.of(Kind.UNASKED), kinds(theirs));
    Script sold =
        new Script()
            .change(RESERVE, ANN, ONE, DONE, SEAT)
            .line(ONE, "booked", Standing.FREE, booked(SEAT, 1, ANN));
    assertEquals(Set.of(Kind.UNASKED), kinds(sold));
  }

  @Test
  void without_an_answer_it_happened_whole_or_not_at_all() {
    assertSound(new Script().change(RESERVE, ANN, ONE, UNKNOWN, SEAT, NEXT).look());
    assertSound(
        new Script()
            .best(ANN, ONE, UNKNOWN, 2)
            .look(2, held(SEAT, 1, ANN), held(NEXT, 1, ANN))
            .line(ONE, "held", Standing.FREE, held(SEAT, 1, ANN))
            .line(ONE, "held", Standing.FREE, held(NEXT, 1, ANN)));
    Script half =
        new Script()
            .change(RESERVE, ANN, ONE, UNKNOWN, SEAT, NEXT)
            .line(ONE, "held", Standing.FREE, held(SEAT, 1, ANN));
    assertEquals(Set.of(Kind.HALF), kinds(half));
  }

  @Test
  void a_step_without_an_answer_happened_in_every_event_or_in_none() {
    Script there =
        new Script()
            .change(RESERVE, ANN, ONE, UNKNOWN, SEAT)
            .line(ONE, "held", Standing.FREE, held(SEAT, 1, ANN));
    Script missing = new Script().change(RESERVE, ANN, ONE, UNKNOWN, SEAT);
    assertSound(there, there);
    assertSound(missing, missing);
    assertEquals(Set.of(Kind.HALF), kinds(there, missing));
  }

  @Test
  void looks_and_changes_of_status_are_in_one_order() {
    Script less =
        heldByAnn()
            .change(TAKE, ANN, TWO, DONE, SEAT)
            .look(held(SEAT, 1, ANN))
            .line(TWO, "booked", Standing.HELD, booked(SEAT, 2, ANN));
    assertTrue(kinds(less).contains(Kind.STALE), kinds(less).toString());
    Script early =
        new Script()
            .look(held(SEAT, 1, ANN))
            .change(RESERVE, ANN, ONE, DONE, SEAT)
            .line(ONE, "held", Standing.FREE, held(SEAT, 1, ANN));
    assertTrue(kinds(early).contains(Kind.EARLY), kinds(early).toString());
  }

  @Test
  void who_is_refused_was_in_somebodys_way() {
    assertSound(heldByAnn().change(RESERVE, BEN, TWO, REFUSED, SEAT, NEXT));
    assertSound(heldByAnn().change(TAKE, BEN, TWO, REFUSED, SEAT));
    assertSound(heldByAnn().best(BEN, TWO, REFUSED, 2));
    Script open = heldByAnn();
    assertEquals(Set.of(Kind.REFUSED_WRONGLY), kinds(open.best(BEN, TWO, REFUSED, 1)));
    for (Deed deed : List.of(RESERVE, TAKE, FREE)) {
      Script own = heldByAnn().change(deed, ANN, TWO, REFUSED, SEAT);
      assertEquals(Set.of(Kind.REFUSED_WRONGLY), kinds(own), deed.toString());
    }
    Script house = heldByAnn().change(FREE, "", TWO, REFUSED, SEAT);
    assertEquals(Set.of(Kind.REFUSED_WRONGLY), kinds(house));
  }

  @Test
  void a_step_may_be_refused_for_either_event() {
    Script open = new Script().change(RESERVE, BEN, TWO, REFUSED, SEAT);
    assertSound(open, heldByAnn().change(RESERVE, BEN, TWO, REFUSED, SEAT));
    assertEquals(Set.of(Kind.REFUSED_WRONGLY), kinds(open, open));
  }

  @Test
  void a_token_that_was_ended_holds_nothing_and_is_refused() {
    Script ended =
        heldByAnn()
            .end(ANN)
            .change(TAKE, ANN, TWO, REFUSED, SEAT)
            .line("expired", Standing.HELD, free(SEAT, 2, ANN));
    assertSound(ended);
    Script cut = heldByAnn().line("expired", Standing.HELD, free(SEAT, 2, ANN));
    assertEquals(Set.of(Kind.CUT_SHORT), kinds(cut));
    Sight later = new Sight(SEAT, 2, Standing.BOOKED, ANN, 1, null, second(5));
    Script late =
        heldByAnn()
            .end(ANN)
            .change(TAKE, ANN, TWO, DONE, SEAT)
            .line(TWO, "booked", Standing.HELD, later);
    assertEquals(Set.of(Kind.LATE), kinds(late));
    Script shown = heldByAnn().end(ANN).look(1, held(SEAT, 1, ANN));
    assertEquals(Set.of(Kind.LATE), kinds(shown));
  }

  @Test
  void a_hold_is_not_booked_after_its_deadline() {
    Sight brief = new Sight(SEAT, 1, Standing.HELD, ANN, 1, second(2), second(0));
    Sight late = new Sight(SEAT, 2, Standing.BOOKED, ANN, 1, null, second(3));
    Script booked =
        new Script()
            .done(Deed.HOLD, ANN, brief)
            .change(TAKE, ANN, ONE, DONE, SEAT)
            .line("held", Standing.FREE, brief)
            .line(ONE, "booked", Standing.HELD, late);
    assertEquals(Set.of(Kind.LATE), kinds(booked));
  }

  @Test
  void places_are_those_that_were_asked_for() {
    assertSound(
        new Script()
            .change(RESERVE, ANN, "hold", DONE, 4, AREA)
            .change(TAKE, ANN, "sale", DONE, 6, AREA)
            .change(RESERVE, BEN, "full", REFUSED, 5, AREA)
            .change(FREE, BEN, "none", DONE, 2, AREA)
            .look(3, places(Standing.BOOKED, ANN, 3, 6))
            .line("hold", "held", Standing.FREE, places(Standing.HELD, ANN, 1, 4))
            .line("sale", "booked", Standing.HELD, places(Standing.BOOKED, ANN, 2, 4))
            .line("sale", "booked", Standing.FREE, places(Standing.BOOKED, ANN, 3, 2)));
    Script fewer =
        new Script()
            .change(RESERVE, ANN, ONE, DONE, 4, AREA)
            .line(ONE, "held", Standing.FREE, places(Standing.HELD, ANN, 1, 3));
    assertEquals(Set.of(Kind.LOST), kinds(fewer));
    Script more =
        new Script()
            .change(RESERVE, ANN, ONE, DONE, 4, AREA)
            .line(ONE, "held", Standing.FREE, places(Standing.HELD, ANN, 1, 5));
    assertEquals(Set.of(Kind.REPEATED), kinds(more));
    Script refused = new Script().change(RESERVE, ANN, ONE, REFUSED, 4, AREA);
    assertEquals(Set.of(Kind.REFUSED_WRONGLY), kinds(refused));
  }
}

package dev.holdfast.app.history;

import static dev.holdfast.app.history.Deed.BOOK;
import static dev.holdfast.app.history.Deed.EXTEND;
import static dev.holdfast.app.history.Deed.HOLD;
import static dev.holdfast.app.history.Deed.RELEASE;
import static dev.holdfast.app.history.Deed.RESERVE;
import static dev.holdfast.app.history.Script.AREA;
import static dev.holdfast.app.history.Script.second;
import static dev.holdfast.app.history.Sight.booked;
import static dev.holdfast.app.history.Sight.free;
import static dev.holdfast.app.history.Sight.held;
import static dev.holdfast.app.history.Sight.unsaid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.history.Violation.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of lie is planted and must be found; and what can be true must pass. */
final class HistoryCheckTest {
  private static final String ANN = "ann";
  private static final String BEN = "ben";
  private static final String SEAT = "A-1";
  private static final String NEXT = "A-2";

  private static void assertSound(Script record) {
    assertEquals(List.of(), HistoryCheck.of(record.history()));
  }

  private static Set<Kind> kinds(Script record) {
    return HistoryCheck.of(record.history()).stream()
        .map(Violation::kind)
        .collect(Collectors.toSet());
  }

  private static Sight freed(String token, long version, int second) {
    return new Sight(SEAT, version, Standing.FREE, token, 1, null, second(second));
  }

  private static Sight places(
      Standing standing, @Nullable String token, long version, int quantity) {
    return new Sight(AREA, version, standing, token, quantity, null, null);
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_of_lie_is_found(Kind kind) {
    Script planted = planted(kind);
    assertTrue(kinds(planted).contains(kind), () -> kind + " is not among " + kinds(planted));
  }

  private static Script planted(Kind kind) {
    return switch (kind) {
      case SPLIT ->
          new Script()
              .done(HOLD, ANN, held(SEAT, 1, ANN, null))
              .done(HOLD, BEN, held(SEAT, 1, BEN, null));
      case ILLEGAL ->
          new Script()
              .done(HOLD, ANN, held(SEAT, 1, ANN, null))
              .done(HOLD, BEN, held(SEAT, 2, BEN, null));
      case STALE ->
          new Script()
              .done(HOLD, ANN, held(SEAT, 1, ANN, null))
              .done(BOOK, ANN, booked(SEAT, 2, ANN, null))
              .look(held(SEAT, 1, ANN, null));
      case EARLY ->
          new Script()
              .done(HOLD, ANN, held(SEAT, 1, ANN, null))
              .look(booked(SEAT, 2, null, null))
              .done(BOOK, ANN, booked(SEAT, 2, ANN, null));
      case LATE ->
          new Script()
              .done(HOLD, ANN, held(SEAT, 1, ANN, second(2)))
              .done(BOOK, ANN, booked(SEAT, 2, ANN, second(3)));
      case CUT_SHORT ->
          new Script()
              .done(HOLD, ANN, held(SEAT, 1, ANN, second(9)))
              .line("held", Standing.FREE, held(SEAT, 1, ANN, second(9)))
              .line("expired", Standing.HELD, freed(ANN, 2, 5));
      case UNASKED -> new Script().nothing(HOLD, ANN, SEAT).look(held(SEAT, 1, ANN, null));
      case RESURRECTED ->
          new Script()
              .done(HOLD, ANN, held(SEAT, 1, ANN, null))
              .done(RELEASE, ANN, free(SEAT, 2, null))
              .look(held(SEAT, 3, ANN, null));
      case HALF -> new Script().unknown(HOLD, ANN, SEAT, NEXT).look(held(SEAT, 1, ANN, null));
      case REPEATED ->
          new Script()
              .change(RESERVE, ANN, "one", Result.DONE, SEAT)
              .line("one", "held", Standing.FREE, held(SEAT, 1, ANN, null))
              .line("expired", Standing.HELD, freed(ANN, 2, 5))
              .line("one", "held", Standing.FREE, held(SEAT, 3, ANN, null));
      case REFUSED_WRONGLY -> new Script().change(RESERVE, ANN, "one", Result.REFUSED, SEAT);
      case GAP ->
          new Script()
              .done(HOLD, ANN, held(SEAT, 1, ANN, null))
              .done(HOLD, BEN, held(SEAT, 9, BEN, null));
      case LOST ->
          new Script()
              .done(HOLD, ANN, held(SEAT, 1, ANN, null))
              .done(BOOK, ANN, booked(SEAT, 2, ANN, null))
              .look();
      case JOURNAL ->
          new Script()
              .unknown(HOLD, ANN, SEAT)
              .lineAfterGap("held", Standing.FREE, held(SEAT, 1, ANN, null));
      case PLACES ->
          new Script().look(places(Standing.HELD, ANN, 2, 6), places(Standing.BOOKED, BEN, 2, 5));
      case PICTURE ->
          new Script()
              .done(HOLD, ANN, held(SEAT, 1, ANN, null))
              .look(1)
              .line("held", Standing.FREE, held(SEAT, 1, ANN, null));
    };
  }

  @Test
  void a_seat_that_goes_round_is_sound() {
    assertSound(
        new Script()
            .done(HOLD, ANN, held(SEAT, 1, ANN, second(5)))
            .refused(HOLD, BEN, unsaid(SEAT, 1))
            .done(EXTEND, ANN, held(SEAT, 2, ANN, second(9)))
            .look(held(SEAT, 2, ANN, second(9)))
            .done(BOOK, ANN, booked(SEAT, 3, ANN, second(8)))
            .refused(BOOK, BEN, unsaid(SEAT, 3))
            .done(RELEASE, "", free(SEAT, 4, second(8)))
            .done(HOLD, BEN, held(SEAT, 5, BEN, second(12)))
            .look(held(SEAT, 5, BEN, second(12))));
  }

  @Test
  void a_hold_without_an_answer_may_have_happened_or_not() {
    assertSound(new Script().unknown(HOLD, ANN, SEAT).look(held(SEAT, 1, ANN, null)));
    assertSound(
        new Script()
            .unknown(HOLD, ANN, SEAT)
            .done(HOLD, BEN, held(SEAT, 1, BEN, null))
            .look(held(SEAT, 1, BEN, null)));
    // It happened, lapsed, and nobody ever saw it.
    assertSound(new Script().unknown(HOLD, ANN, SEAT).done(HOLD, BEN, held(SEAT, 3, BEN, null)));
  }

  @Test
  void a_booking_without_an_answer_may_have_happened_or_not() {
    Script asked = new Script().done(HOLD, ANN, held(SEAT, 1, ANN, null)).unknown(BOOK, ANN, SEAT);
    assertSound(asked.look(booked(SEAT, 2, null, null)));
    assertSound(
        new Script()
            .done(HOLD, ANN, held(SEAT, 1, ANN, null))
            .unknown(BOOK, ANN, SEAT)
            .look(held(SEAT, 1, ANN, null))
            .done(HOLD, BEN, held(SEAT, 3, BEN, null)));
  }

  @Test
  void what_was_held_by_a_call_without_an_answer_is_told_as_it_is_when_asked_for_again() {
    assertSound(
        new Script()
            .unknown(HOLD, ANN, SEAT)
            .look(held(SEAT, 1, ANN, null))
            .done(HOLD, ANN, held(SEAT, 1, ANN, null)));
  }

  @Test
  void one_call_without_an_answer_explains_one_hold_and_not_two() {
    Script twice =
        new Script()
            .unknown(HOLD, ANN, SEAT)
            .look(held(SEAT, 1, ANN, null))
            .done(RELEASE, ANN, free(SEAT, 2, null))
            .look(held(SEAT, 3, ANN, null));
    assertEquals(Set.of(Kind.RESURRECTED), kinds(twice));
  }

  @Test
  void a_gate_may_refuse_by_what_was_and_never_by_what_is_to_come() {
    assertSound(
        new Script()
            .done(HOLD, ANN, held(SEAT, 1, ANN, null))
            .done(RELEASE, ANN, free(SEAT, 2, null))
            .refused(HOLD, BEN, unsaid(SEAT, 1)));
    Script knowing =
        new Script()
            .done(HOLD, ANN, held(SEAT, 1, ANN, null))
            .refused(HOLD, BEN, unsaid(SEAT, 2))
            .done(RELEASE, ANN, free(SEAT, 2, null));
    assertEquals(Set.of(Kind.EARLY), kinds(knowing));
  }

  @Test
  void a_batch_without_an_answer_is_there_whole_or_not_at_all() {
    Sight other = held(NEXT, 1, ANN, null);
    assertSound(new Script().unknown(HOLD, ANN, SEAT, NEXT).look(held(SEAT, 1, ANN, null), other));
    assertSound(new Script().unknown(HOLD, ANN, SEAT, NEXT).look());
  }

  @Test
  void an_acknowledged_booking_is_in_the_journal() {
    Script forgotten =
        new Script()
            .done(HOLD, ANN, held(SEAT, 1, ANN, null))
            .done(BOOK, ANN, booked(SEAT, 2, ANN, null))
            .line("held", Standing.FREE, held(SEAT, 1, ANN, null));
    assertEquals(Set.of(Kind.LOST), kinds(forgotten));
  }

  @Test
  void what_has_lapsed_is_not_shown_and_what_has_not_is() {
    Sight lapsed = held(SEAT, 1, ANN, second(-9));
    Script held = new Script().done(HOLD, ANN, lapsed).line("held", Standing.FREE, lapsed).look(1);
    assertSound(held);
    assertEquals(Set.of(Kind.PICTURE), kinds(held.look(1, lapsed)));
    Sight live = held(SEAT, 1, ANN, second(9));
    Script missing = new Script().done(HOLD, ANN, live).look(1).line("held", Standing.FREE, live);
    assertEquals(Set.of(Kind.PICTURE), kinds(missing));
  }

  @Test
  void places_that_add_up_are_sound() {
    assertSound(
        new Script()
            .done(HOLD, ANN, places(Standing.HELD, ANN, 1, 4))
            .unknown(HOLD, BEN, AREA)
            .refused(HOLD, "cat", unsaid(AREA, 2))
            .done(BOOK, ANN, places(Standing.BOOKED, ANN, 3, 4))
            .look(4, places(Standing.BOOKED, null, 4, 4))
            .line("held", Standing.FREE, places(Standing.HELD, ANN, 1, 4))
            .line("held", Standing.FREE, places(Standing.HELD, BEN, 2, 6))
            .line("booked", Standing.HELD, places(Standing.BOOKED, ANN, 3, 4))
            .line("expired", Standing.HELD, places(Standing.FREE, BEN, 4, 6)));
  }

  @Test
  void places_that_were_sold_and_are_gone_are_found() {
    Script gone =
        new Script()
            .done(HOLD, ANN, places(Standing.HELD, ANN, 1, 4))
            .done(BOOK, ANN, places(Standing.BOOKED, ANN, 2, 4))
            .look(places(Standing.BOOKED, null, 2, 3));
    assertEquals(Set.of(Kind.PLACES), kinds(gone));
  }

  @Test
  void more_places_than_there_are_are_found_in_the_journal() {
    Script many =
        new Script()
            .done(HOLD, ANN, places(Standing.HELD, ANN, 1, 6))
            .done(HOLD, BEN, places(Standing.HELD, BEN, 2, 6))
            .line("held", Standing.FREE, places(Standing.HELD, ANN, 1, 6))
            .line("held", Standing.FREE, places(Standing.HELD, BEN, 2, 6));
    assertEquals(Set.of(Kind.PLACES), kinds(many));
  }

  @Test
  void an_answer_about_places_that_is_not_the_journal_s_is_found() {
    Script other =
        new Script()
            .done(HOLD, ANN, places(Standing.HELD, ANN, 1, 4))
            .line("held", Standing.FREE, places(Standing.HELD, ANN, 1, 3));
    assertEquals(Set.of(Kind.PLACES), kinds(other));
  }

  @Test
  void places_that_end_twice_are_found() {
    Script twice =
        new Script()
            .done(HOLD, ANN, places(Standing.HELD, ANN, 1, 4))
            .done(RELEASE, ANN, places(Standing.FREE, ANN, 2, 4))
            .line("held", Standing.FREE, places(Standing.HELD, ANN, 1, 4))
            .line("released", Standing.HELD, places(Standing.FREE, ANN, 2, 4))
            .line("expired", Standing.HELD, places(Standing.FREE, ANN, 3, 4));
    assertEquals(Set.of(Kind.PLACES), kinds(twice));
  }
}

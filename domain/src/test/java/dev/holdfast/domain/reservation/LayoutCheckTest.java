package dev.holdfast.domain.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.decision.Wanted;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.event.OnSale;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.HoldRequest.Item;
import dev.holdfast.domain.reservation.HoldRequest.PlacesItem;
import dev.holdfast.domain.reservation.HoldRequest.SeatItem;
import dev.holdfast.domain.reservation.LayoutCheck.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LayoutCheckTest {
  private static final SeatingPlan PLAN =
      new SeatingPlan(
          Map.of(
              "A-1", new Bookable.NamedSeat("A-1", "gold"),
              "A-2", new Bookable.NamedSeat("A-2", null),
              "T1", new Bookable.NamedSeat("T1", "gold", "T1", true),
              "T1-1", new Bookable.NamedSeat("T1-1", "gold", "T1", false),
              "T2", new Bookable.NamedSeat("T2", "gold", "T2", false),
              "T2-1", new Bookable.NamedSeat("T2-1", "gold", "T2", true),
              "pit", new Bookable.Places("pit", 100, List.of("standing", "gold")),
              "lawn", new Bookable.Places("lawn", 50, List.of())));

  private static final Offered OFFERED = new Offered(PLAN, OnSale.EVERYTHING);

  private static List<Wanted> accepted(Item... items) {
    Verdict<List<Wanted>> verdict = LayoutCheck.check(OFFERED, List.of(items));
    assertInstanceOf(Verdict.Fit.class, verdict, verdict::toString);
    return ((Verdict.Fit<List<Wanted>>) verdict).wanted();
  }

  private static List<Refusal> refused(Item... items) {
    Verdict<List<Wanted>> verdict = LayoutCheck.check(OFFERED, List.of(items));
    assertInstanceOf(Verdict.Unfit.class, verdict, verdict::toString);
    return ((Verdict.Unfit<List<Wanted>>) verdict).reasons();
  }

  @Test
  void objects_come_back_in_the_order_of_the_request_as_the_layout_has_them() {
    assertEquals(
        List.of(
            new WantedPlaces("pit", "gold", 2, 100),
            new WantedSeat("A-2", null),
            new WantedSeat("A-1", "gold")),
        accepted(
            new PlacesItem("pit", "gold", 2),
            new SeatItem("A-2", null),
            new SeatItem("A-1", "gold")));
  }

  @Test
  void what_the_chart_does_not_sell_of_a_table_is_unknown() {
    assertEquals(
        List.of(new WantedSeat("T1", "gold"), new WantedSeat("T2-1", "gold")),
        accepted(new SeatItem("T1", null), new SeatItem("T2-1", null)));
    assertEquals(
        List.of(new Refusal.UnknownObject("T1-1"), new Refusal.UnknownObject("T2")),
        refused(
            new SeatItem("T1", null), new SeatItem("T1-1", null), new PlacesItem("T2", null, 1)));
  }

  @Test
  void a_seat_named_twice_is_wanted_once() {
    assertEquals(
        List.of(new WantedSeat("A-1", "gold")),
        accepted(new SeatItem("A-1", null), new SeatItem("A-1", "gold")));
  }

  @Test
  void places_of_one_area_add_up_within_a_category_and_stay_apart_between_categories() {
    assertEquals(
        List.of(
            new WantedPlaces("pit", "standing", 5, 100), new WantedPlaces("pit", "gold", 1, 100)),
        accepted(
            new PlacesItem("pit", null, 2),
            new PlacesItem("pit", "gold", 1),
            new PlacesItem("pit", "standing", 3)));
  }

  @Test
  void quantities_beyond_any_number_stay_beyond_any_capacity() {
    assertEquals(
        List.of(new WantedPlaces("pit", "gold", Integer.MAX_VALUE, 100)),
        accepted(
            new PlacesItem("pit", "gold", Integer.MAX_VALUE), new PlacesItem("pit", "gold", 9)));
  }

  @Test
  void an_area_without_categories_is_held_in_none() {
    assertEquals(
        List.of(new WantedPlaces("lawn", null, 1, 50)), accepted(new PlacesItem("lawn", null, 1)));
    assertEquals(
        List.of(new Refusal.CategoryMismatch("lawn", List.of())),
        refused(new PlacesItem("lawn", "gold", 1)));
  }

  @Test
  void everything_that_is_wrong_is_told_once_the_weightiest_first() {
    assertEquals(
        List.of(
            new Refusal.UnknownObject("Z-9"),
            new Refusal.UnknownObject("Z-1"),
            new Refusal.NotASeat("pit"),
            new Refusal.NotAnArea("A-1"),
            new Refusal.CategoryMismatch("A-2", List.of())),
        refused(
            new SeatItem("A-2", "gold"),
            new PlacesItem("A-1", null, 1),
            new SeatItem("pit", null),
            new SeatItem("Z-9", null),
            new SeatItem("A-1", null),
            new PlacesItem("Z-1", null, 1),
            new SeatItem("Z-9", "gold")));
  }

  @Test
  void an_area_that_the_layout_lacks_has_no_places_to_give_and_is_left_to_what_is_held() {
    assertEquals(
        new Verdict.Fit<>(
            List.of(
                new WantedPlaces("pit", "standing", 3, 100), new WantedPlaces("old", null, 5, 0))),
        LayoutCheck.places(
            OFFERED,
            List.of(
                new BookRequest.Places("old", 2),
                new BookRequest.Places("pit", 3),
                new BookRequest.Places("old", 3))));
  }

  @Test
  void places_of_a_seat_are_refused_whatever_else_is_booked() {
    assertEquals(
        new Verdict.Unfit<>(List.of(new Refusal.NotAnArea("A-1"))),
        LayoutCheck.places(
            OFFERED, List.of(new BookRequest.Places("old", 1), new BookRequest.Places("A-1", 1))));
  }
}

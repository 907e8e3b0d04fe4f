package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.places;
import static dev.holdfast.domain.reservation.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.event.Channel;
import dev.holdfast.domain.event.Channels;
import dev.holdfast.domain.event.ForSale;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.event.TableBooking;
import dev.holdfast.domain.event.TableBooking.Mode;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * An event's rules change while it sells. {@code house.friday} was read before and knows of none
 * throughout.
 */
final class OnSaleNowTest {
  private final House house = House.open(Hall.plan(3, 10));

  private static SaleRules notForSale(String... objects) {
    return SaleRules.NONE.mark(new ForSale(false, List.of(objects), Map.of(), List.of()));
  }

  private void rules(SaleRules rules) {
    house.hall.rules(house.friday.id(), rules);
  }

  @Test
  void what_is_not_for_sale_is_refused_even_to_a_caller_who_read_the_event_before() {
    rules(notForSale("A-2"));
    assertEquals(new Refusal.NotForSale("A-2", 0), refused(house.hold("ada", "A-1", "A-2")));
    accepted(house.hold("ada", "A-1", "A-3"));
    assertEquals(2, house.journal().size());
  }

  @Test
  void a_refusal_tells_the_version_of_the_object_and_comes_among_its_like() {
    accepted(house.hold("ada", "A-1", "A-2"));
    accepted(house.release("ada", "A-2"));
    rules(notForSale("A"));
    Outcome.Refused<List<HeldObject>> refused =
        (Outcome.Refused<List<HeldObject>>) house.otherNode().hold("bob", "A-2", "A-1", "A-3");
    assertEquals(
        List.of(
            new Refusal.NotForSale("A-2", 2),
            new Refusal.AlreadyHeld("A-1", 1),
            new Refusal.NotForSale("A-3", 0)),
        refused.reasons());
  }

  @Test
  void rules_that_come_between_check_and_lock_count() {
    house.ledger.before(Step.LOCK, () -> rules(notForSale("A-2")));
    assertEquals(new Refusal.NotForSale("A-2", 0), refused(house.hold("ada", "A-2")));
    house.ledger.before(Step.LOCK, () -> rules(SaleRules.NONE));
    accepted(house.hold("ada", "A-2"));
    house.ledger.before(Step.LOCK, () -> rules(notForSale("A-1")));
    accepted(house.hold("ada", "A-3"));
    assertEquals(2, house.journal().size());
  }

  @Test
  void rules_that_change_faster_than_it_is_sold_are_trouble_and_no_refusal() {
    for (int n = 0; n < 20; n++) {
      String row = "row " + n;
      house.ledger.before(Step.LOCK, () -> rules(notForSale(row)));
    }
    assertThrows(PortFailure.class, () -> house.hold("ada", "A-2"));
    assertEquals(0, house.journal().size());
  }

  @Test
  void what_a_token_holds_already_goes_on_as_it_began() {
    accepted(house.hold("ada", "A-1", "A-2"));
    accepted(house.hold("ada", places(3)));
    rules(notForSale("A", "pit"));
    assertEquals(1, accepted(house.hold("ada", "A-1")).getFirst().version());
    assertEquals(new Refusal.NotForSale("pit", 1), refused(house.hold("ada", places(1))));
    accepted(house.extend("ada", Duration.ofMinutes(1), "A-1", "pit"));
    accepted(house.book("ada", "A-1", "pit"));
    accepted(house.release("ada", "A-2"));
    assertEquals(new Refusal.NotForSale("A-2", 2), refused(house.hold("ada", "A-2")));
    house.journal();
  }

  @Test
  void what_a_channel_has_is_not_for_sale_to_those_who_sell_through_none() {
    Channel web = new Channel("1", "web", "Web", "red", null, List.of("A-1"), Map.of("pit", 4));
    rules(SaleRules.NONE.with(new Channels(List.of(web))));
    assertEquals(new Refusal.NotForSale("A-1", 0), refused(house.hold("ada", "A-1")));
    accepted(house.hold("ada", "A-2"));
    assertEquals(
        new Refusal.InsufficientCapacity("pit", 0, 6), refused(house.hold("ada", places(7))));
    accepted(house.hold("ada", places(6)));
    assertEquals(
        new Refusal.InsufficientCapacity("pit", 1, 0), refused(house.hold("bob", places(1))));
  }

  @Test
  void places_that_are_not_for_sale_are_not_to_be_had() {
    rules(SaleRules.NONE.mark(new ForSale(false, List.of(), Map.of("pit", 9), List.of())));
    accepted(house.hold("ada", places(1)));
    assertEquals(
        new Refusal.InsufficientCapacity("pit", 1, 0), refused(house.hold("bob", places(1))));
    house.tick(House.TEN_MINUTES);
    accepted(house.hold("bob", places(1)));
    rules(SaleRules.NONE.mark(new ForSale(true, List.of("A"), Map.of("pit", 3), List.of())));
    accepted(house.hold("eve", places(2)));
    rules(notForSale("pit"));
    assertEquals(new Refusal.NotForSale("pit", 4), refused(house.hold("eve", places(1))));
    house.journal();
  }

  @Test
  void booking_by_number_takes_what_is_held_and_what_is_for_sale() {
    accepted(house.hold("ada", places(4)));
    rules(SaleRules.NONE.mark(new ForSale(false, List.of(), Map.of("pit", 5), List.of())));
    assertEquals(new Refusal.InsufficientCapacity("pit", 1, 1), refused(bookPlaces("ada", 6)));
    rules(notForSale("pit"));
    assertEquals(new Refusal.NotForSale("pit", 1), refused(bookPlaces("ada", 5)));
    assertEquals(4, accepted(bookPlaces("ada", 4)).getFirst().quantity());
    house.journal();
  }

  private Outcome<List<TakenObject>> bookPlaces(String token, int places) {
    BookRequest request =
        new BookRequest(
            House.token(token),
            List.of(),
            List.of(new BookRequest.Places("pit", places)),
            ExtraData.NONE,
            null);
    return house.reservations.book(house.friday, request, Origin.OWN);
  }

  @Test
  void of_a_table_and_its_seats_the_rules_offer_either() {
    Map<String, Bookable> objects = new LinkedHashMap<>(Hall.plan(1, 0).objects());
    objects.put("T1", new Bookable.NamedSeat("T1", "gold", "T1", false));
    objects.put("T1-1", new Bookable.NamedSeat("T1-1", "gold", "T1", true));
    house.hall.publish(new SeatingPlan(objects));
    assertEquals(new Refusal.UnknownObject("T1"), refused(house.hold("ada", "T1")));
    rules(SaleRules.NONE.with(TableBooking.all(Mode.ALL_BY_TABLE)));
    assertEquals(new Refusal.UnknownObject("T1-1"), refused(house.hold("ada", "T1-1")));
    accepted(house.hold("ada", "T1"));
    accepted(house.hold("ada", "A-1"));
    rules(SaleRules.NONE);
    assertEquals(new Refusal.UnknownObject("T1"), refused(house.hold("ada", "T1")));
    accepted(house.hold("ada", "T1-1"));
  }

  @Test
  void rules_and_the_layout_may_both_be_others_than_the_caller_knows() {
    rules(notForSale("A"));
    house.hall.publish(Hall.plan(4, 0));
    assertEquals(new Refusal.NotForSale("A-4", 0), refused(house.hold("ada", "A-4")));
    house.ledger.before(Step.LOCK, () -> house.hall.publish(Hall.plan(2, 0)));
    house.ledger.before(Step.LOCK, () -> rules(notForSale("A-1")));
    assertEquals(new Refusal.UnknownObject("A-3"), refused(house.hold("ada", "A-3")));
    accepted(house.hold("ada", "A-2"));
  }

  @Test
  void an_unpublished_chart_appears_empty_whatever_the_rules() {
    rules(notForSale("A-1"));
    house.hall.unpublish();
    assertEquals(new Refusal.UnknownObject("A-2"), refused(house.hold("ada", "A-2")));
  }

  @Test
  void what_is_gone_is_gone_whatever_the_rules() {
    rules(notForSale("A-1"));
    house.hall.catalog.deleteEvent(house.hall.workspace, house.friday.key());
    assertEquals(new Refusal.UnknownEvent(), refused(house.hold("ada", "A-2")));
  }
}

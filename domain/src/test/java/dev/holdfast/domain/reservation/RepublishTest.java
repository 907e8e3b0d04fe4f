package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.places;
import static dev.holdfast.domain.reservation.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The chart is published again while its event sells. {@code house.friday} is stale throughout. */
final class RepublishTest {
  private final House house = House.open(Hall.plan(3, 4));

  @Test
  void a_new_label_can_be_held_at_once_even_by_a_caller_who_read_the_event_before() {
    house.hall.publish(Hall.plan(4, 4));
    accepted(house.hold("ada", "A-4"));
  }

  @Test
  void a_removed_label_is_refused_even_to_a_caller_who_read_the_event_before() {
    house.hall.publish(Hall.plan(2, 0));
    assertEquals(new Refusal.UnknownObject("A-3"), refused(house.hold("ada", "A-3")));
    assertEquals(new Refusal.UnknownObject("pit"), refused(house.hold("ada", places(1))));
    accepted(house.hold("ada", "A-2"));
  }

  @Test
  void a_label_removed_between_check_and_lock_is_refused() {
    house.ledger.before(Step.LOCK, () -> house.hall.publish(Hall.plan(2, 0)));
    assertEquals(new Refusal.UnknownObject("A-3"), refused(house.hold("ada", "A-2", "A-3")));
    assertEquals(0, house.journal().size());
  }

  @Test
  void a_capacity_lowered_between_check_and_lock_counts() {
    house.ledger.before(Step.LOCK, () -> house.hall.publish(Hall.plan(2, 3)));
    assertEquals(
        new Refusal.InsufficientCapacity("pit", 0, 3), refused(house.hold("ada", places(4))));
  }

  @Test
  void a_label_that_stays_is_held_although_the_layout_moved_on_the_way() {
    house.ledger.before(Step.LOCK, () -> house.hall.publish(Hall.plan(2, 0)));
    accepted(house.hold("ada", "A-2"));
    assertEquals(1, house.journal().size());
  }

  @Test
  void a_chart_republished_faster_than_it_is_sold_is_trouble_and_no_refusal() {
    for (int n = 0; n < 20; n++) {
      house.ledger.before(Step.LOCK, () -> house.hall.publish(Hall.plan(3, 4)));
    }
    assertThrows(PortFailure.class, () -> house.hold("ada", "A-2"));
    assertEquals(0, house.journal().size());
  }

  @Test
  void what_was_held_before_its_label_went_can_be_extended_booked_and_freed() {
    accepted(house.hold("ada", "A-2", "A-3"));
    accepted(house.hold("ada", places(2)));
    house.hall.publish(Hall.plan(1, 0));
    accepted(house.extend("ada", Duration.ofMinutes(1), "A-2", "pit"));
    accepted(house.book("ada", "A-2", "pit"));
    accepted(house.release("ada", "A-3"));
    accepted(house.free("A-2"));
    assertEquals(new Refusal.UnknownObject("A-2"), refused(house.hold("bob", "A-2")));
  }

  @Test
  void an_unpublished_chart_appears_empty_and_what_was_held_stays() {
    accepted(house.hold("ada", "A-1"));
    house.hall.unpublish();
    assertEquals(new Refusal.UnknownObject("A-2"), refused(house.hold("bob", "A-2")));
    accepted(house.book("ada", "A-1"));
    House later = house.otherNode();
    assertEquals(
        new Refusal.UnknownObject("A-2"),
        refused(
            later.reservations.hold(
                house.hall.find("evt_friday"),
                House.request("bob", House.TEN_MINUTES, List.of(House.seat("A-2"))),
                Origin.OWN)));
    house.hall.publish(Hall.plan(3, 4));
    accepted(house.hold("bob", "A-2"));
  }

  @Test
  void places_of_a_removed_area_are_booked_by_number_only_as_far_as_they_are_held() {
    accepted(house.hold("ada", House.seat("A-1"), places(2)));
    house.hall.publish(Hall.plan(3, 0));
    assertEquals(new Refusal.UnknownObject("pit"), refused(bookPlaces("ada", 3)));
    assertEquals(2, accepted(bookPlaces("ada", 2)).getFirst().quantity());
    assertEquals(new Refusal.UnknownObject("pit"), refused(bookPlaces("ada", 1)));
    assertEquals(new Refusal.UnknownObject("lawn"), refused(bookPlaces("ada", "lawn", 1)));
    house.journal();
  }

  @Test
  void places_of_an_area_removed_between_check_and_lock_are_booked_only_as_far_as_they_are_held() {
    accepted(house.hold("ada", places(1)));
    house.ledger.before(Step.LOCK, () -> house.hall.publish(Hall.plan(3, 0)));
    assertEquals(new Refusal.UnknownObject("pit"), refused(bookPlaces("ada", 2)));
    assertEquals(1, house.journal().size());
  }

  private Outcome<List<TakenObject>> bookPlaces(String token, int places) {
    return bookPlaces(token, "pit", places);
  }

  private Outcome<List<TakenObject>> bookPlaces(String token, String area, int places) {
    BookRequest request =
        new BookRequest(
            House.token(token),
            List.of(),
            List.of(new BookRequest.Places(area, places)),
            ExtraData.NONE,
            null);
    return house.reservations.book(house.friday, request, Origin.OWN);
  }
}

package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.places;
import static dev.holdfast.domain.reservation.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.HoldRequest.PlacesItem;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SeatReservationsTest {
  private final House house = House.open();

  @Test
  void read_your_writes_hold_then_book_without_a_pause() {
    accepted(house.hold("ada", "A-1", "A-2"));
    List<TakenObject> booked = accepted(house.book("ada", "A-2", "A-1"));
    assertEquals(List.of("A-2", "A-1"), booked.stream().map(TakenObject::object).toList());
  }

  @Test
  void a_release_is_known_at_the_gate_before_it_is_answered() {
    accepted(house.hold("ada", "A-1"));
    accepted(house.release("ada", "A-1"));
    accepted(house.hold("bob", "A-1"));
    accepted(house.book("bob", "A-1"));
    accepted(house.free("A-1"));
    accepted(house.hold("eve", "A-1"));
  }

  @Test
  void a_shortened_hold_is_known_at_the_gate_before_it_is_answered() {
    accepted(house.hold("ada", "A-1"));
    accepted(house.extend("ada", Duration.ofSeconds(2), "A-1"));
    house.tick(Duration.ofSeconds(2));
    accepted(house.hold("bob", "A-1"));
  }

  @Test
  void a_refused_release_tells_the_gate_what_it_saw() {
    House other = house.otherNode();
    accepted(house.hold("ada", "A-1"));
    accepted(other.release("ada", "A-1"));
    assertEquals(new Refusal.NotHeldByToken("A-1", 2, false), refused(house.release("ada", "A-1")));
    accepted(house.hold("bob", "A-1"));
  }

  @Test
  void an_object_named_twice_counts_once() {
    accepted(house.hold("ada", "A-1", "A-1"));
    accepted(house.hold("ada", places(1), places(2)));
    assertEquals(2, house.journal().size());
    Duration ttl = Duration.ofMinutes(1);
    assertEquals(1, accepted(house.extend("ada", ttl, "A-1", "A-1")).extended().size());
    assertEquals(2, accepted(house.book("ada", "A-1", "A-1", "pit", "pit")).size());
    assertEquals(1, accepted(house.free("A-1", "A-1")).objects().size());
  }

  @Test
  void untouched_areas_are_told_from_seats_by_the_layout() {
    assertEquals(new Refusal.AllPlacesNotConfirmed("pit"), refused(house.free("pit")));
    ReleaseRequest all = new ReleaseRequest(List.of("pit"), new Anybodys(true));
    assertEquals(
        new Refusal.NotFoundOrFree("pit", 0),
        refused(house.reservations.release(house.friday, all, Origin.OWN)));
  }

  @Test
  void what_the_layout_does_not_have_is_refused_before_anything_is_locked() {
    assertEquals(new Refusal.UnknownObject("Z-1"), refused(house.hold("ada", "A-1", "Z-1")));
    assertEquals(new Refusal.NotASeat("pit"), refused(house.hold("ada", "A-1", "pit")));
    assertEquals(
        new Refusal.NotAnArea("A-1"), refused(house.hold("ada", new PlacesItem("A-1", null, 1))));
    assertEquals(
        new Refusal.CategoryMismatch("A-1", List.of("gold")),
        refused(house.hold("ada", new HoldRequest.SeatItem("A-1", "floor"))));
    assertEquals(
        new Refusal.CategoryMismatch("pit", List.of("standing", "gold")),
        refused(house.hold("ada", new PlacesItem("pit", "floor", 1))));
    assertEquals(0, house.ledger.begun.size());
    assertEquals(0, house.locks.countLive());
  }

  @Test
  void places_are_held_in_the_category_asked_for_or_the_areas_usual_one() {
    HeldObject usual = accepted(house.hold("ada", places(1))).getFirst();
    assertEquals("standing", usual.tag().category());
    HeldObject gold = accepted(house.hold("ada", new PlacesItem("pit", "gold", 2))).getFirst();
    assertEquals("gold", gold.tag().category());
    assertEquals(2, gold.quantity());
    assertEquals(
        3, accepted(house.hold("ada", new PlacesItem("pit", "standing", 2))).getFirst().quantity());
  }

  @Test
  void an_event_that_is_gone_is_unknown_to_every_command() {
    house.hall.catalog.deleteEvent(house.hall.workspace, "evt_friday");
    Refusal unknown = new Refusal.UnknownEvent();
    assertEquals(unknown, refused(house.hold("ada", "A-1")));
    assertEquals(unknown, refused(house.hold("ada", "Z-1")));
    assertEquals(unknown, refused(house.book("ada", "A-1")));
    assertEquals(unknown, refused(house.extendAll("ada", Duration.ofMinutes(1))));
    assertEquals(unknown, refused(house.release("ada", "A-1")));
    assertEquals(Optional.empty(), house.reservations.picture(house.friday.id()));
    assertEquals(0, house.locks.countLive());
    assertEquals(Optional.empty(), house.reservations.picture(new EventId(99)));
  }

  @Test
  void requests_out_of_bounds_are_no_requests() {
    Duration tooLong = Duration.ofHours(24).plusNanos(1);
    assertThrows(IllegalArgumentException.class, () -> house.hold("ada", tooLong, "A-1"));
    assertThrows(IllegalArgumentException.class, () -> house.hold("ada", Duration.ZERO, "A-1"));
    assertThrows(IllegalArgumentException.class, () -> house.hold("ada", new String[0]));
    assertThrows(IllegalArgumentException.class, () -> house.hold("ada", new String[201]));
    assertThrows(IllegalArgumentException.class, () -> places(0));
    assertThrows(IllegalArgumentException.class, () -> house.extendAll("ada", Duration.ZERO));
    accepted(house.hold("ada", Duration.ofHours(24), "A-1"));
  }
}

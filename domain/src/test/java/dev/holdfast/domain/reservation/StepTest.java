package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.refused;
import static dev.holdfast.domain.reservation.House.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.Conditions;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.StoredAnswer;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.StatusRequest.Item;
import dev.holdfast.domain.reservation.StatusRequest.Seller;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.writer.TroubledLedger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Steps over several events, or over one more than once: in order, all or nothing. */
final class StepTest {
  private final House house = House.open();
  private final Event friday = house.friday;
  private final Event saturday = house.hall.event("evt_saturday");

  private static StatusRequest request(Goal goal, Conditions conditions, String... objects) {
    List<Item> items = Arrays.stream(objects).map(label -> new Item(label, 1, null, null)).toList();
    return new StatusRequest(goal, items, conditions, null, false, Seller.WITHOUT_CHANNELS);
  }

  private static StatusRequest take(String status, String... objects) {
    return request(new Goal.Take(status, Optional.empty(), null), Conditions.NONE, objects);
  }

  private Outcome<List<List<ChangedObject>>> step(StatusChange... changes) {
    return house.reservations.changeAll(List.of(changes), Origin.OWN, Optional.empty());
  }

  private StatusChange on(Event event, StatusRequest request) {
    return new StatusChange(event, request);
  }

  private String word(Event event, String label) {
    return house.hall.ledger.picture(event.id()).orElseThrow().seats().stream()
        .filter(seat -> seat.label().equals(label))
        .findFirst()
        .map(seat -> seat.state().word())
        .orElse(SeatState.Free.WORD);
  }

  private List<JournalEntry> journal(Event event) {
    assertEquals(List.of(), house.hall.ledger.audit(event.id()));
    return house.hall.ledger.journal(event.id(), 0, Portion.of(100)).entries();
  }

  @Test
  void I3_one_sale_over_two_nights_takes_the_seat_in_both() {
    List<List<ChangedObject>> changed =
        accepted(step(on(saturday, take("booked", "A-1")), on(friday, take("booked", "A-1"))));
    assertEquals(
        List.of(List.of("A-1"), List.of("A-1")),
        changed.stream().map(each -> each.stream().map(ChangedObject::object).toList()).toList());
    assertEquals("booked", word(friday, "A-1"));
    assertEquals("booked", word(saturday, "A-1"));
  }

  @Test
  void I3_what_one_night_refuses_happens_in_neither() {
    accepted(step(on(saturday, take("booked", "A-1"))));
    assertEquals(
        new Refusal.AlreadyTaken("A-1", 1),
        refused(step(on(friday, take("booked", "A-1")), on(saturday, take("booked", "A-1")))));
    assertEquals("free", word(friday, "A-1"));
    assertEquals(List.of(), journal(friday));
  }

  @Test
  void changes_of_one_object_follow_each_other() {
    accepted(
        step(
            on(friday, take("s1", "A-1")),
            on(friday, take("s2", "A-1")),
            on(friday, take("s3", "A-1", "A-2")),
            on(friday, take("s4", "A-1"))));
    assertEquals("s4", word(friday, "A-1"));
    assertEquals("s3", word(friday, "A-2"));
    assertEquals(
        List.of("s1", "s2", "s3", "s3", "s4"),
        journal(friday).stream().map(JournalEntry::status).toList());
  }

  @Test
  void I3_a_change_that_is_refused_takes_back_those_before_it() {
    Conditions onlyLost = new Conditions(Optional.of(Set.of("lost")), Set.of());
    Goal booked = new Goal.Take("booked", Optional.empty(), null);
    assertEquals(
        new Refusal.StatusNotAllowed("A-1", 1, "s1"),
        refused(step(on(friday, take("s1", "A-1")), on(friday, request(booked, onlyLost, "A-1")))));
    assertEquals(List.of(), journal(friday));
    // The desk of the refused step is gone with it.
    accepted(step(on(friday, take("booked", "A-1"))));
    assertEquals(1, journal(friday).size());
  }

  @Test
  void an_object_that_one_event_does_not_have_is_told_before_anything_is_locked() {
    house.ledger.before(
        TroubledLedger.Step.BEGIN,
        () -> {
          throw new AssertionError("the ledger was asked");
        });
    assertEquals(
        new Refusal.UnknownObject("Z-9"),
        refused(step(on(friday, take("booked", "A-1")), on(saturday, take("booked", "Z-9")))));
  }

  @Test
  void an_event_that_is_gone_refuses_the_step() {
    house.hall.catalog.deleteEvent(house.hall.workspace, saturday.key());
    assertEquals(
        new Refusal.UnknownEvent(),
        refused(step(on(friday, take("booked", "A-1")), on(saturday, take("booked", "A-1")))));
    assertEquals(List.of(), journal(friday));
  }

  @Test
  void an_event_that_goes_between_look_and_lock_refuses_the_step() {
    house.ledger.before(
        TroubledLedger.Step.BEGIN,
        () -> house.hall.catalog.deleteEvent(house.hall.workspace, saturday.key()));
    assertEquals(
        new Refusal.UnknownEvent(),
        refused(step(on(friday, take("booked", "A-1")), on(saturday, take("booked", "A-1")))));
    assertEquals(List.of(), journal(friday));
  }

  @Test
  void a_chart_that_is_republished_meanwhile_is_what_is_sold_by() {
    house.ledger.before(TroubledLedger.Step.BEGIN, () -> house.hall.publish(Hall.plan(1, 0)));
    assertEquals(
        new Refusal.UnknownObject("A-2"),
        refused(step(on(friday, take("booked", "A-1")), on(saturday, take("booked", "A-2")))));
    assertEquals(List.of(), journal(friday));
  }

  @Test
  void I2_a_commit_whose_answer_was_lost_is_told_as_what_it_was() {
    house.ledger.after(
        TroubledLedger.Step.COMMIT,
        () -> {
          throw new StoreFailure.CommitUnknown("planned", null);
        });
    accepted(step(on(friday, take("booked", "A-1")), on(saturday, take("booked", "A-1"))));
    assertEquals(1, journal(friday).size());
    assertEquals(1, journal(saturday).size());
  }

  @Test
  void a_commit_that_was_abandoned_is_made_again() {
    house.ledger.before(
        TroubledLedger.Step.COMMIT,
        () -> {
          throw new StoreFailure.CommitUnknown("planned", null);
        });
    accepted(step(on(friday, take("booked", "A-1")), on(saturday, take("booked", "A-1"))));
    assertEquals(1, journal(friday).size());
    assertEquals(1, journal(saturday).size());
  }

  @Test
  void a_ledger_that_stays_away_refuses_the_step_as_overload() {
    house.ledger.before(TroubledLedger.Step.BEGIN, house.hall.store::breakDown);
    assertThrows(
        ReservationFailure.Overloaded.class,
        () -> step(on(friday, take("booked", "A-1")), on(saturday, take("booked", "A-1"))));
  }

  @Test
  void a_held_seat_of_another_token_stands_in_the_way_of_a_token_and_not_of_the_house() {
    house.hold("ada", "A-1");
    Goal bens = new Goal.Take("booked", Optional.of(token("ben")), null);
    house.hold("ben", "A-9");
    assertEquals(
        new Refusal.AlreadyHeld("A-1", 1),
        refused(step(on(friday, request(bens, Conditions.NONE, "A-1")))));
    accepted(step(on(friday, take("booked", "A-1"))));
    assertEquals(new Refusal.AlreadyTaken("A-1", 2), refused(house.hold("cyd", "A-1")));
  }

  @Test
  void I9_a_step_that_comes_again_under_its_key_is_answered_and_done_once() {
    Once<List<List<ChangedObject>>> once =
        new Once<>(
            new IdempotencyKey(house.hall.workspace, "step-1"),
            new Fingerprint("0".repeat(64)),
            _ -> Optional.of(new StoredAnswer("done")));
    List<StatusChange> changes =
        List.of(on(friday, take("booked", "A-1")), on(saturday, take("booked", "A-1")));
    accepted(house.reservations.changeAll(changes, Origin.OWN, Optional.of(once)));
    Outcome<List<List<ChangedObject>>> again =
        house.reservations.changeAll(changes, Origin.OWN, Optional.of(once));
    assertEquals(Outcome.Repeated.class, again.getClass());
    assertEquals(1, journal(friday).size());
  }

  @Test
  void lapsed_holds_in_the_way_of_places_are_ended_in_a_transaction_before() {
    for (int n = 0; n < 10; n++) {
      house.hold("token-" + n, House.places(1));
    }
    house.tick(Duration.ofMinutes(11));
    Goal booked = new Goal.Take("booked", Optional.empty(), null);
    StatusRequest ten =
        new StatusRequest(
            booked,
            List.of(new Item("pit", 10, null, null)),
            Conditions.NONE,
            null,
            false,
            Seller.WITHOUT_CHANNELS);
    accepted(step(on(friday, ten), on(saturday, take("booked", "A-1"))));
    assertEquals(21, journal(friday).size());
  }
}

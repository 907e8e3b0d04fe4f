package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.ForSale;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.StoredAnswer;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.EventPort.ChangeEventAnswer;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Extra data of seats, from the request to the books; it is no matter of who sells them. */
final class AnnotatingTest {
  private static final ExtraData RED = new ExtraData(Map.of("\"colour\"", "\"red\""));
  private static final ExtraData BLUE = new ExtraData(Map.of("\"colour\"", "\"blue\""));

  private final House house = House.open(Hall.plan(3, 4));

  private Outcome<List<ChangedObject>> annotate(Map<String, ExtraData> all) {
    return annotate(all, Optional.empty());
  }

  private Outcome<List<ChangedObject>> annotate(
      Map<String, ExtraData> all, Optional<Once<List<ChangedObject>>> once) {
    return house.reservations.annotate(house.friday, all, Origin.OWN, once);
  }

  private Map<String, ExtraData> standing() {
    Map<String, ExtraData> all = new HashMap<>();
    house
        .hall
        .ledger
        .picture(house.friday.id())
        .orElseThrow()
        .seats()
        .forEach(seat -> all.put(seat.label(), seat.state().tag().extraData()));
    return all;
  }

  private static Outcome.Refused<List<ChangedObject>> no(Refusal... reasons) {
    return new Outcome.Refused<>(List.of(reasons));
  }

  @Test
  void each_seat_has_what_was_sent_for_it() {
    accepted(house.hold("ada", "A-2"));
    accepted(annotate(Map.of("A-1", RED, "A-2", BLUE)));
    assertEquals(Map.of("A-1", RED, "A-2", BLUE), standing());
    List<JournalEntry> journal = house.journal();
    assertEquals(
        List.of(JournalKind.HELD, JournalKind.TAGGED, JournalKind.TAGGED),
        journal.stream().map(JournalEntry::kind).toList());
    accepted(house.book("ada", "A-2"));
    accepted(house.hold("bob", "A-1"));
  }

  @Test
  void I3_one_that_is_no_seat_refuses_all() {
    assertEquals(no(new Refusal.NotASeat("pit")), annotate(Map.of("pit", RED)));
    assertEquals(no(new Refusal.UnknownObject("Z-1")), annotate(Map.of("A-1", RED, "Z-1", RED)));
    assertEquals(Map.of(), standing());
    assertEquals(List.of(), house.journal());
  }

  @Test
  void what_is_not_for_sale_has_extra_data_like_the_rest() {
    SaleRules nothing = SaleRules.NONE.mark(new ForSale(true, List.of(), Map.of(), List.of()));
    assertInstanceOf(
        ChangeEventAnswer.Changed.class,
        house.hall.catalog.changeEvent(house.friday.id(), EventChange.rules(0, nothing)));
    accepted(annotate(Map.of("A-1", RED)));
    assertEquals(Map.of("A-1", RED), standing());
  }

  @Test
  void a_seat_that_is_drawn_no_more_is_unknown_even_between_look_and_lock() {
    house.ledger.before(Step.LOCK, () -> house.hall.publish(Hall.plan(2, 0)));
    assertEquals(no(new Refusal.UnknownObject("A-3")), annotate(Map.of("A-2", RED, "A-3", RED)));
    assertEquals(Map.of(), standing());
    assertEquals(List.of(), house.journal());
  }

  @Test
  void a_seat_that_stays_is_found_again_after_the_chart_was_republished() {
    house.ledger.before(Step.LOCK, () -> house.hall.publish(Hall.plan(2, 0)));
    accepted(annotate(Map.of("A-2", RED)));
    assertEquals(Map.of("A-2", RED), standing());
    assertEquals(1, house.journal().size());
  }

  @Test
  void an_event_that_is_gone_is_told() {
    house.hall.catalog.deleteEvent(house.hall.workspace, house.friday.key());
    assertEquals(no(new Refusal.UnknownEvent()), annotate(Map.of("A-1", RED)));
  }

  @Test
  void a_hold_that_has_lapsed_is_over_before_anything_is_hung_on_its_seat() {
    accepted(house.hold("ada", "A-1"));
    house.tick(House.TEN_MINUTES);
    accepted(annotate(Map.of("A-1", RED)));
    assertEquals(
        List.of(JournalKind.HELD, JournalKind.EXPIRED, JournalKind.TAGGED),
        house.journal().stream().map(JournalEntry::kind).toList());
    assertEquals(
        SeatState.Free.WORD,
        house
            .hall
            .ledger
            .picture(house.friday.id())
            .orElseThrow()
            .seats()
            .getFirst()
            .state()
            .word());
    accepted(house.hold("bob", "A-1"));
  }

  @Test
  void I9_under_an_idempotency_key_it_happens_once() {
    Once<List<ChangedObject>> once = once();
    accepted(annotate(Map.of("A-1", RED), Optional.of(once)));
    accepted(annotate(Map.of("A-1", BLUE)));
    assertInstanceOf(Outcome.Repeated.class, annotate(Map.of("A-1", RED), Optional.of(once)));
    assertEquals(Map.of("A-1", BLUE), standing());
    assertEquals(2, house.journal().size());
  }

  @Test
  void I9_a_refusal_is_repeated_as_well() {
    Once<List<ChangedObject>> once = once();
    assertEquals(
        no(new Refusal.UnknownObject("A-4")), annotate(Map.of("A-4", RED), Optional.of(once)));
    house.hall.publish(Hall.plan(4, 0));
    assertInstanceOf(Outcome.Repeated.class, annotate(Map.of("A-4", RED), Optional.of(once)));
    accepted(annotate(Map.of("A-4", RED)));
  }

  private Once<List<ChangedObject>> once() {
    return new Once<>(
        new IdempotencyKey(house.hall.workspace, "annotate-1"),
        new Fingerprint("0".repeat(64)),
        _ -> Optional.of(new StoredAnswer("done")));
  }
}

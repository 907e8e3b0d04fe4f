package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.refused;
import static dev.holdfast.domain.reservation.House.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.HoldTokenPort.Ended;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TokenExpiryTest {
  private static final Origin TMT = new Origin("tmt", 7, "192.0.2.7");

  private final House house = House.open();
  private final WorkspaceId workspace = house.hall.workspace;
  private final Event saturday = house.hall.event("evt_saturday");
  private final TokenExpiry expiry = new TokenExpiry(house.hall.tokens, house.desks, house.gate);

  private void open(Event event, String token, HoldRequest.Item... items) {
    accepted(
        house.reservations.hold(
            event,
            new HoldRequest(token(token), List.of(items), House.TEN_MINUTES, ExtraData.NONE, true),
            Origin.OWN));
  }

  private void hold(Event event, String token, HoldRequest.Item... items) {
    accepted(
        house.reservations.hold(
            event, House.request(token, House.TEN_MINUTES, List.of(items)), Origin.OWN));
  }

  private int expire(String token) {
    return accepted(house.reservations.expire(workspace, token(token), TMT));
  }

  private List<JournalEntry> ends(Event event) {
    return house.hall.ledger.journal(event.id(), 0, Portion.of(10_000)).entries().stream()
        .filter(entry -> entry.kind() == JournalKind.EXPIRED)
        .toList();
  }

  private List<Ended> left() {
    return house.hall.tokens.ended(Duration.ZERO, 10);
  }

  @Test
  void everything_a_token_holds_in_all_events_is_free_at_once() {
    open(house.friday, "ada", House.seat("A-1"), House.seat("A-2"), House.places(3));
    hold(saturday, "ada", House.seat("A-1"));
    hold(saturday, "bob", House.seat("A-2"));
    assertEquals(4, expire("ada"));
    // The gate has heard of it: others need not wait for what it believed.
    hold(house.friday, "eve", House.seat("A-1"), House.seat("A-2"), House.places(10));
    hold(saturday, "eve", House.seat("A-1"));
    assertInstanceOf(
        Refusal.AlreadyHeld.class,
        refused(
            house.reservations.hold(
                saturday,
                House.request("eve", House.TEN_MINUTES, List.of(House.seat("A-2"))),
                Origin.OWN)));
    assertEquals(List.of(), left());
    house.ended.add(token("ada"));
    house.journal();
  }

  @Test
  void the_journal_tells_through_which_door_the_end_came() {
    open(house.friday, "ada", House.seat("A-1"), House.places(3));
    expire("ada");
    assertEquals(List.of(TMT, TMT), ends(house.friday).stream().map(JournalEntry::origin).toList());
    assertEquals(
        List.of(1, 3), ends(house.friday).stream().map(JournalEntry::quantity).sorted().toList());
  }

  @Test
  void once_it_is_expired_nothing_can_be_done_under_a_token_in_any_event() {
    open(house.friday, "ada", House.seat("A-1"), House.seat("A-2"));
    accepted(house.book("ada", "A-2"));
    assertEquals(1, expire("ada"));
    for (Event event : List.of(house.friday, saturday)) {
      assertEquals(
          new Refusal.TokenOver(),
          refused(
              house.reservations.hold(
                  event,
                  House.request("ada", House.TEN_MINUTES, List.of(House.seat("A-3"))),
                  Origin.OWN)));
    }
    assertInstanceOf(Refusal.NotHeldByToken.class, refused(house.book("ada", "A-1")));
    assertEquals(1, house.hall.ledger.picture(house.friday.id()).orElseThrow().seats().size());
  }

  @Test
  void expiring_a_token_again_or_one_that_never_was_ends_nothing() {
    open(house.friday, "ada", House.seat("A-1"));
    assertEquals(1, expire("ada"));
    assertEquals(0, expire("ada"));
    assertEquals(0, expire("nobody"));
    assertEquals(1, ends(house.friday).size());
  }

  @Test
  void a_token_that_has_lapsed_is_cleaned_up_before_any_sweep() {
    open(house.friday, "ada", House.seat("A-1"));
    house.tick(House.TEN_MINUTES);
    assertEquals(1, expire("ada"));
    assertEquals(List.of(), left());
    house.journal();
  }

  @Test
  void a_token_that_somebody_made_up_is_emptied_and_can_be_used_again() {
    hold(house.friday, "ada", House.seat("A-1"));
    assertEquals(1, expire("ada"));
    hold(house.friday, "ada", House.seat("A-1"));
  }

  @Test
  void more_events_than_are_handed_in_at_once_are_all_freed() {
    List<Event> events = new ArrayList<>();
    open(house.friday, "ada", House.seat("A-1"));
    for (int n = 0; n < TokenExpiry.EVENTS_AT_ONCE + 5; n++) {
      events.add(house.hall.event("evt_" + n));
      hold(events.getLast(), "ada", House.seat("A-1"));
    }
    assertEquals(TokenExpiry.EVENTS_AT_ONCE + 6, expire("ada"));
    events.forEach(event -> assertEquals(1, ends(event).size()));
  }

  @Test
  void trouble_in_one_event_is_told_keeps_no_other_and_a_second_call_finishes() {
    open(house.friday, "ada", House.seat("A-1"));
    hold(saturday, "ada", House.seat("A-2"));
    house.ledger.poison("A-1", () -> new StoreFailure.Rejected("planned", null));
    assertThrows(ReservationFailure.OutcomeUnknown.class, () -> expire("ada"));
    assertEquals(0, ends(house.friday).size());
    hold(saturday, "eve", House.seat("A-2"));
    assertEquals(new Refusal.TokenOver(), refused(house.hold("ada", "A-4")));
    house.ledger.cure();
    assertEquals(1, expire("ada"));
    hold(house.friday, "eve", House.seat("A-1"));
  }

  /** The trouble comes last in one order of events and first in the other. */
  @Test
  void I11_the_gate_hears_of_what_is_free_whatever_happens_to_the_other_events() {
    open(saturday, "ada", House.seat("A-1"));
    hold(house.friday, "ada", House.seat("A-2"));
    house.ledger.poison("A-1", () -> new StoreFailure.Rejected("planned", null));
    assertThrows(ReservationFailure.OutcomeUnknown.class, () -> expire("ada"));
    hold(house.friday, "eve", House.seat("A-2"));
    house.ledger.cure();
  }

  @Test
  void a_store_that_is_away_is_trouble_and_ends_nothing() {
    open(house.friday, "ada", House.seat("A-1"));
    house.hall.store.breakDown();
    assertThrows(StoreFailure.class, () -> expire("ada"));
    house.hall.store.repair();
    accepted(house.book("ada", "A-1"));
  }

  @Test
  void what_a_node_ended_and_did_not_free_before_it_died_is_freed_by_another() {
    open(house.friday, "ada", House.seat("A-1"));
    hold(saturday, "ada", House.seat("A-1"), House.places(2));
    house.hall.tokens.end(workspace, token("ada"));
    assertEquals(0, expiry.settle(), "whoever began may be at work");
    house.tick(TokenExpiry.BEGUN_BEFORE);
    assertEquals(1, expiry.settle());
    assertEquals(0, expiry.settle());
    assertEquals(1, ends(house.friday).size());
    assertEquals(2, ends(saturday).size());
    assertEquals(Origin.OWN, ends(house.friday).getFirst().origin());
    hold(house.friday, "eve", House.seat("A-1"));
    assertEquals(List.of(), left());
  }

  @Test
  void I7_two_nodes_that_settle_the_same_token_end_each_hold_once() {
    open(house.friday, "ada", House.seat("A-1"), House.places(2));
    house.hall.tokens.end(workspace, token("ada"));
    house.tick(TokenExpiry.BEGUN_BEFORE);
    House other = house.otherNode();
    TokenExpiry second = new TokenExpiry(other.hall.tokens, other.desks, other.gate);
    house.ledger.before(Step.BEGIN, () -> assertEquals(1, second.settle()));
    assertEquals(1, expiry.settle());
    assertEquals(2, ends(house.friday).size());
    house.ended.add(token("ada"));
    house.journal();
  }

  @Test
  void I10_a_token_that_cannot_be_settled_keeps_no_other_waiting() {
    open(house.friday, "ada", House.seat("A-1"));
    open(house.friday, "bob", House.seat("A-2"));
    house.hall.tokens.end(workspace, token("ada"));
    house.tick(Duration.ofSeconds(1));
    house.hall.tokens.end(workspace, token("bob"));
    house.tick(TokenExpiry.BEGUN_BEFORE);
    house.ledger.poison("A-1", () -> new StoreFailure.Rejected("planned", null));
    assertThrows(ReservationFailure.class, expiry::settle);
    assertEquals(List.of(new Ended(workspace, token("ada"))), left());
    assertEquals(1, ends(house.friday).size());
    house.ledger.cure();
    assertEquals(1, expiry.settle());
    assertEquals(Set.of("A-1", "A-2"), seatsEnded());
  }

  private Set<String> seatsEnded() {
    return ends(house.friday).stream().map(JournalEntry::object).collect(Collectors.toSet());
  }

  @Test
  void I12_another_workspaces_token_of_the_same_name_is_left_alone() {
    open(house.friday, "ada", House.seat("A-1"));
    WorkspaceId other = new WorkspaceId(workspace.value() + 1);
    assertEquals(0, accepted(house.reservations.expire(other, new HoldToken("ada"), TMT)));
    assertEquals(List.of(), ends(house.friday));
    accepted(house.book("ada", "A-1"));
  }
}

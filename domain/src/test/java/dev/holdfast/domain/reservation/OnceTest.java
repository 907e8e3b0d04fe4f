package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.TEN_MINUTES;
import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.refused;
import static dev.holdfast.domain.reservation.House.request;
import static dev.holdfast.domain.reservation.House.seat;
import static dev.holdfast.domain.reservation.House.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.idempotency.StoredAnswer;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.writer.TroubledLedger;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The use cases under an idempotency key (I9). */
final class OnceTest {
  private static final Fingerprint REQUEST = new Fingerprint("a1".repeat(32));

  private final House house = House.open();
  private int told;

  private IdempotencyKey key(String value) {
    return new IdempotencyKey(house.hall.workspace, value);
  }

  private <A> Optional<Once<A>> once(String key) {
    return once(key, REQUEST);
  }

  private <A> Optional<Once<A>> once(String key, Fingerprint request) {
    return Optional.of(
        new Once<>(
            key(key),
            request,
            outcome -> Optional.of(new StoredAnswer(++told + ": " + kind(outcome)))));
  }

  private static String kind(Outcome<?> outcome) {
    return outcome instanceof Outcome.Accepted<?> ? "yes" : "no";
  }

  private Outcome<List<HeldObject>> hold(String token, String key, String... seats) {
    List<HoldRequest.Item> items = Arrays.stream(seats).<HoldRequest.Item>map(House::seat).toList();
    return house.reservations.hold(
        house.friday, request(token, TEN_MINUTES, items), Origin.OWN, once(key));
  }

  private Outcome<List<TakenObject>> book(String token, String key, String... seats) {
    return house.reservations.book(
        house.friday,
        new BookRequest(token(token), List.of(seats), ExtraData.NONE, null),
        Origin.OWN,
        once(key));
  }

  private Outcome<Released> free(House house, String key, String... objects) {
    return house.reservations.release(
        house.friday,
        new ReleaseRequest(List.of(objects), new Anybodys(true)),
        Origin.OWN,
        once(key));
  }

  private static Repeat repeat(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Repeated<?>(Repeat repeat)) {
      return repeat;
    }
    throw new AssertionError("not repeated: " + outcome);
  }

  private static String again(Outcome<?> outcome) {
    if (repeat(outcome) instanceof Repeat.Answered(StoredAnswer answer)) {
      return answer.text();
    }
    throw new AssertionError("not answered: " + outcome);
  }

  @Test
  void I9_a_request_is_carried_out_once_and_its_first_answer_given_again() {
    accepted(hold("ada", "h", "A-1", "A-2"));
    assertEquals("1: yes", again(hold("ada", "h", "A-1", "A-2")));
    accepted(book("ada", "b", "A-1", "A-2"));
    assertEquals("2: yes", again(book("ada", "b", "A-1", "A-2")));
    accepted(free(house, "f", "A-1"));
    assertEquals("3: yes", again(free(house, "f", "A-1")));
    assertEquals(5, house.journal().size());
  }

  @Test
  void I9_a_late_twin_of_a_booking_does_not_bring_it_back() {
    accepted(house.hold("ada", "A-1"));
    accepted(book("ada", "b", "A-1"));
    accepted(house.free("A-1"));
    accepted(house.hold("ada", "A-1"));
    assertEquals("1: yes", again(book("ada", "b", "A-1")));
    assertEquals(4, house.journal().size());
  }

  @Test
  void I9_a_refusal_is_given_again_although_the_seat_is_free_by_now() {
    accepted(house.hold("ada", "A-1"));
    refused(hold("bob", "h", "A-1"));
    refused(book("bob", "b", "A-1"));
    accepted(house.free("A-1"));
    assertEquals("1: no", again(hold("bob", "h", "A-1")));
    assertEquals("2: no", again(book("bob", "b", "A-1")));
  }

  @Test
  void I9_what_the_layout_refuses_is_given_again() {
    assertEquals(new Refusal.UnknownObject("Z-9"), refused(hold("ada", "h", "Z-9")));
    assertEquals("1: no", again(hold("ada", "h", "Z-9")));
  }

  @Test
  void a_gate_that_would_turn_the_caller_away_is_not_asked() {
    accepted(house.hold("ada", "A-1"));
    accepted(house.otherNode().free("A-1"));
    assertTrue(refused(house.hold("bob", "A-1")) instanceof Refusal.AlreadyHeld);
    accepted(hold("bob", "h", "A-1"));
  }

  @Test
  void a_key_of_another_request_changes_nothing() {
    accepted(hold("ada", "h", "A-1"));
    Outcome<List<HeldObject>> other =
        house.reservations.hold(
            house.friday,
            request("ada", TEN_MINUTES, List.of(seat("A-2"))),
            Origin.OWN,
            once("h", new Fingerprint("b2".repeat(32))));
    assertEquals(new Repeat.OtherRequest(), repeat(other));
    assertEquals(1, house.journal().size());
  }

  @Test
  void a_key_in_use_is_told_at_once() {
    try (LedgerTransaction open = house.hall.ledger.begin(new CommitId(UUID.randomUUID()))) {
      open.claim(new TreeSet<>(List.of(key("h"))));
      assertEquals(new Repeat.StillRunning(), repeat(hold("ada", "h", "A-1")));
    }
    assertEquals(0, house.journal().size());
    accepted(hold("ada", "h", "A-1"));
  }

  @Test
  void an_event_that_is_gone_is_no_answer_to_keep_and_keeps_those_that_are() {
    accepted(hold("ada", "h", "A-1"));
    house.hall.catalog.deleteEvent(house.hall.workspace, house.friday.key());
    assertEquals("1: yes", again(hold("ada", "h", "A-1")));
    assertEquals(new Refusal.UnknownEvent(), refused(hold("ada", "i", "A-2")));
    assertEquals(Optional.empty(), house.hall.answers.find(key("i")));
  }

  @Test
  void I9_a_large_area_that_is_freed_in_parts_is_answered_after_the_last() {
    int places = 1_200;
    House large = House.open(Hall.plan(1, places));
    for (int n = 0; n < places; n++) {
      accepted(large.hold("t" + n, House.places(1)));
    }
    IdempotencyKey key = new IdempotencyKey(large.hall.workspace, "f");
    Once<Released> once =
        new Once<>(
            key,
            REQUEST,
            outcome ->
                Optional.of(
                    new StoredAnswer("" + accepted(outcome).objects().getFirst().quantity())));
    ReleaseRequest all = new ReleaseRequest(List.of("pit"), new Anybodys(true));
    accepted(large.reservations.release(large.friday, all, Origin.OWN, Optional.of(once)));
    assertEquals("1200", large.hall.answers.find(key).orElseThrow().answer().text());
  }

  @Test
  void I9_a_twin_that_was_overtaken_in_a_large_area_frees_nothing_that_is_held_since() {
    int places = 1_200;
    House large = House.open(Hall.plan(1, places));
    for (int n = 0; n < places; n++) {
      accepted(large.hold("t" + n, House.places(1)));
    }
    large.ledger.after(
        Step.COMMIT,
        () -> {
          accepted(free(large.otherNode(), "f", "pit"));
          accepted(large.otherNode().hold("late", House.places(3)));
        });
    assertEquals("1: yes", again(free(large, "f", "pit")));
    assertEquals(1, large.hall.ledger.picture(large.friday.id()).orElseThrow().records().size());
  }

  @Test
  void I9_an_ended_token_is_answered_once_all_of_it_is_free() {
    accepted(house.hold("ada", "A-1", "A-2"));
    Optional<Once<Integer>> once = once("e");
    assertEquals(
        2,
        accepted(house.reservations.expire(house.hall.workspace, token("ada"), Origin.OWN, once)));
    accepted(house.hold("ada", "A-1"));
    accepted(house.reservations.expire(house.hall.workspace, token("bob"), Origin.OWN, once("x")));
    assertEquals(
        "1: yes",
        again(house.reservations.expire(house.hall.workspace, token("ada"), Origin.OWN, once)));
  }

  private Outcome<Integer> expire(String token, String key) {
    return house.reservations.expire(house.hall.workspace, token(token), Origin.OWN, once(key));
  }

  @Test
  void I9_a_twin_of_ending_a_token_that_looked_too_early_ends_nothing_that_is_held_since() {
    accepted(house.hold("ada", "A-1"));
    assertEquals(1, accepted(expire("ada", "e")));
    accepted(house.hold("ada", "A-1"));
    assertEquals("1: yes", again(expire("ada", "e")));
    assertEquals(new Refusal.AlreadyHeld("A-1", 3), refused(house.hold("bob", "A-1")));
  }

  @Test
  void I9_a_token_is_not_ended_by_two_twins_at_once() {
    accepted(house.hold("ada", "A-1"));
    try (LedgerTransaction _ = inUse("e")) {
      assertEquals(new Repeat.StillRunning(), repeat(expire("ada", "e")));
    }
    assertEquals(new Refusal.AlreadyHeld("A-1", 1), refused(house.hold("bob", "A-1")));
    assertEquals(1, accepted(expire("ada", "e")));
  }

  @Test
  void I2_an_ended_token_whose_answer_cannot_be_kept_is_not_told_as_not_done() {
    try (LedgerTransaction _ = inUse("e")) {
      assertThrows(ReservationFailure.OutcomeUnknown.class, () -> expire("ada", "e"));
    }
  }

  @Test
  void I2_an_ended_token_is_not_told_as_not_done_because_its_key_is_anothers_by_now() {
    accepted(house.hold("ada", "A-1"));
    accepted(hold("eve", "e", "A-2"));
    IdempotencyKey key = key("e");
    Once<Integer> other =
        new Once<>(key, new Fingerprint("b2".repeat(32)), _ -> Optional.of(new StoredAnswer("1")));
    assertThrows(
        ReservationFailure.OutcomeUnknown.class,
        () ->
            house.reservations.expire(
                house.hall.workspace, token("ada"), Origin.OWN, Optional.of(other)));
    assertEquals(new Refusal.AlreadyHeld("A-1", 1), refused(house.hold("bob", "A-1")));
  }

  private LedgerTransaction inUse(String key) {
    LedgerTransaction open = house.hall.ledger.begin(new CommitId(UUID.randomUUID()));
    open.claim(new TreeSet<>(List.of(key(key))));
    return open;
  }

  @Test
  void trouble_is_no_answer_to_keep() {
    house.ledger.before(
        Step.WRITE, TroubledLedger.fail(() -> new StoreFailure.Rejected("planned", null)));
    assertThrows(ReservationFailure.class, () -> hold("ada", "h", "A-1"));
    accepted(hold("ada", "h", "A-1"));
  }

  @Test
  void I9_a_commit_whose_answer_was_lost_is_kept_with_its_answer() {
    house.ledger.after(
        Step.COMMIT, TroubledLedger.fail(() -> new StoreFailure.CommitUnknown("planned", null)));
    accepted(hold("ada", "h", "A-1"));
    house.tick(Duration.ofSeconds(1));
    assertTrue(again(hold("ada", "h", "A-1")).endsWith("yes"));
    assertEquals(1, house.journal().size());
  }
}

package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.refused;
import static dev.holdfast.domain.reservation.House.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.StoredAnswer;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.HoldTokenPort.Standing;
import dev.holdfast.domain.port.HoldTokens;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TokenLivesTest {
  private static final Origin SEATSIO = new Origin("seatsio", 7, "192.0.2.7");

  private final House house = House.open();
  private final WorkspaceId workspace = house.hall.workspace;
  private final Event saturday = house.hall.event("evt_saturday");
  private final HoldTokens tokens = house.reservations.tokens();

  private Standing open(String name) {
    return tokens.open(workspace, token(name), House.TEN_MINUTES);
  }

  private void hold(Event event, String name, HoldRequest.Item... items) {
    accepted(
        house.reservations.hold(
            event, House.request(name, Duration.ofHours(3), List.of(items)), SEATSIO));
  }

  private Outcome<Standing> renew(HoldTokens by, String name, Duration life) {
    return by.renew(workspace, token(name), life, SEATSIO, Optional.empty());
  }

  private Standing renewed(String name, Duration life) {
    return accepted(renew(tokens, name, life));
  }

  private List<Instant> deadlines(Event event) {
    var picture = house.hall.ledger.picture(event.id()).orElseThrow();
    return Stream.concat(
            picture.seats().stream().map(seat -> seat.state()),
            picture.records().stream().map(each -> each.state()))
        .flatMap(state -> state instanceof Held held ? Stream.of(held.until()) : Stream.empty())
        .toList();
  }

  @Test
  void a_token_that_was_made_bounds_what_is_held_under_it() {
    Standing made = open("ada");
    hold(house.friday, "ada", House.seat("A-1"));
    assertEquals(List.of(made.term().until()), deadlines(house.friday));
    assertEquals(Optional.of(made), tokens.find(workspace, token("ada")));
    assertEquals(Optional.empty(), tokens.find(workspace, token("nobody")));
  }

  @Test
  void everything_that_a_token_holds_in_all_events_gets_its_new_expiry() {
    open("ada");
    hold(house.friday, "ada", House.seat("A-1"), House.seat("A-2"), House.places(3));
    hold(saturday, "ada", House.seat("A-1"));
    hold(saturday, "bob", House.seat("A-2"));
    for (Duration life : List.of(Duration.ofHours(1), Duration.ofMinutes(1))) {
      TokenTerm term = renewed("ada", life).term();
      assertEquals(house.hall.clock.now().plus(life), term.until());
      Instant until = term.until();
      assertEquals(List.of(until, until, until), deadlines(house.friday));
      assertEquals(until, deadlines(saturday).getFirst());
      assertEquals(house.hall.clock.now().plus(Duration.ofHours(3)), deadlines(saturday).getLast());
    }
    house.journal();
  }

  @Test
  void the_gate_hears_of_seats_that_are_to_be_free_sooner() {
    open("ada");
    hold(house.friday, "ada", House.seat("A-1"));
    renewed("ada", Duration.ofMinutes(1));
    house.hall.clock.tick(Duration.ofMinutes(1));
    hold(house.friday, "bob", House.seat("A-1"));
  }

  @Test
  void no_time_left_ends_a_token_and_all_that_it_holds() {
    open("ada");
    hold(house.friday, "ada", House.seat("A-1"));
    hold(saturday, "ada", House.places(2));
    Standing over = renewed("ada", Duration.ZERO);
    assertEquals(house.hall.clock.now(), over.term().until());
    assertEquals(List.of(), deadlines(house.friday));
    assertEquals(List.of(), deadlines(saturday));
    assertEquals(
        new Refusal.TokenOver(),
        refused(
            house.reservations.hold(
                house.friday,
                House.request("ada", House.TEN_MINUTES, List.of(House.seat("A-1"))),
                SEATSIO)));
    assertEquals(over.term(), renewed("ada", Duration.ZERO).term());
    house.ended.add(token("ada"));
    house.journal();
  }

  @Test
  void a_token_that_is_over_or_never_was_gets_no_more_time() {
    open("ada");
    house.hall.clock.tick(House.TEN_MINUTES);
    for (String name : List.of("ada", "nobody")) {
      assertEquals(new Refusal.TokenOver(), refused(renew(tokens, name, Duration.ofMinutes(1))));
    }
    assertEquals(new Refusal.TokenOver(), refused(renew(tokens, "nobody", Duration.ZERO)));
    hold(house.friday, "bob", House.seat("A-1"));
    assertEquals(
        new Refusal.TokenOver(),
        refused(renew(tokens, "bob", Duration.ofMinutes(1))),
        "somebody made it up");
    assertEquals(1, deadlines(house.friday).size());
  }

  @Test
  void trouble_on_the_way_is_told_as_unknown_and_asking_again_goes_on() {
    TroubledTokens troubled = new TroubledTokens(house.hall.tokens);
    TokenExpiry expiry = new TokenExpiry(troubled, house.desks, house.gate);
    HoldTokens lives =
        new TokenLives(
            troubled, house.desks, house.gate, expiry, new Settlement(house.hall.answers));
    open("ada");
    hold(house.friday, "ada", House.seat("A-1"));
    Instant before = deadlines(house.friday).getFirst();
    troubled.failAfter(TroubledTokens.Question.EVENTS, 0);
    Duration hour = Duration.ofHours(1);
    assertThrows(ReservationFailure.OutcomeUnknown.class, () -> renew(lives, "ada", hour));
    assertEquals(List.of(before), deadlines(house.friday));
    troubled.cure();
    Standing renewed = accepted(renew(lives, "ada", hour));
    assertEquals(List.of(renewed.term().until()), deadlines(house.friday));
    troubled.failAfter(TroubledTokens.Question.RENEW, 0);
    assertThrows(StoreFailure.Unavailable.class, () -> renew(lives, "ada", hour));
  }

  @Test
  void under_an_idempotency_key_the_answer_is_kept_when_all_is_done() {
    open("ada");
    IdempotencyKey key = new IdempotencyKey(workspace, "once");
    Once<Standing> once =
        new Once<>(key, new Fingerprint("f".repeat(64)), _ -> Optional.of(new StoredAnswer("204")));
    accepted(
        tokens.renew(workspace, token("ada"), Duration.ofHours(1), SEATSIO, Optional.of(once)));
    assertEquals("204", house.hall.answers.find(key).orElseThrow().answer().text());
    assertInstanceOf(
        Outcome.Repeated.class,
        tokens.renew(
            workspace,
            token("ada"),
            Duration.ofMinutes(1),
            SEATSIO,
            Optional.of(
                new Once<>(
                    key,
                    new Fingerprint("f".repeat(64)),
                    _ -> Optional.of(new StoredAnswer("200"))))));
  }
}

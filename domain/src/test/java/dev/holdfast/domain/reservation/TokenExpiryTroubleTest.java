package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.refused;
import static dev.holdfast.domain.reservation.House.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.HoldTokenPort.Ended;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.TroubledTokens.Question;
import dev.holdfast.domain.seat.ExtraData;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a caller is told when the store goes away while a token ends. */
final class TokenExpiryTroubleTest {
  private final House house = House.open(Hall.plan(150, 10));
  private final TroubledTokens tokens = new TroubledTokens(house.hall.tokens);
  private final TokenExpiry expiry = new TokenExpiry(tokens, house.desks, house.gate);

  private void open(String token, String... seats) {
    List<HoldRequest.Item> items =
        List.of(seats).stream().<HoldRequest.Item>map(House::seat).toList();
    HoldRequest request =
        new HoldRequest(token(token), items, House.TEN_MINUTES, ExtraData.NONE, true);
    accepted(house.reservations.hold(house.friday, request, Origin.OWN));
  }

  private int expire(String token) {
    return accepted(
        expiry.expire(house.hall.workspace, token(token), Origin.OWN, Optional.empty()));
  }

  private List<Ended> left() {
    return house.hall.tokens.ended(Duration.ZERO, 1_000);
  }

  private int seats() {
    return house.hall.ledger.picture(house.friday.id()).orElseThrow().seats().size();
  }

  /** A token that somebody made up has no term to end, and may hold something in many events. */
  private void holdInEvents(String token, int events) {
    for (int n = 0; n < events; n++) {
      Event event = house.hall.event("evt_" + n);
      HoldRequest request = House.request(token, House.TEN_MINUTES, List.of(House.seat("A-1")));
      accepted(house.reservations.hold(event, request, Origin.OWN));
    }
  }

  @Test
  void
      a_store_that_goes_away_after_the_token_ended_leaves_the_outcome_unknown_and_the_token_over() {
    open("ada", "A-1");
    tokens.failAfter(Question.EVENTS, 0);
    assertThrows(ReservationFailure.OutcomeUnknown.class, () -> expire("ada"));
    assertEquals(new Refusal.TokenOver(), refused(house.hold("ada", "A-2")));
    assertEquals(1, left().size());
    tokens.cure();
    house.tick(TokenExpiry.BEGUN_BEFORE);
    assertEquals(1, expiry.settle());
    assertEquals(0, seats());
    accepted(house.hold("eve", "A-1"));
  }

  @Test
  void an_end_that_cannot_be_marked_is_an_end_all_the_same() {
    open("ada", "A-1", "A-2");
    tokens.failAfter(Question.SETTLED, 0);
    assertEquals(2, expire("ada"));
    assertEquals(0, seats());
    assertEquals(1, left().size());
    tokens.cure();
    house.tick(TokenExpiry.BEGUN_BEFORE);
    assertEquals(1, expiry.settle());
    assertEquals(List.of(), left());
  }

  @Test
  void a_store_that_goes_away_when_some_events_are_free_leaves_the_outcome_unknown() {
    holdInEvents("ada", TokenExpiry.EVENTS_AT_ONCE + 1);
    tokens.failAfter(Question.EVENTS, 1);
    assertThrows(ReservationFailure.OutcomeUnknown.class, () -> expire("ada"));
    tokens.cure();
    assertEquals(1, expire("ada"));
  }

  @Test
  void a_store_that_is_away_before_anything_ended_means_that_nothing_happened() {
    accepted(house.hold("ada", "A-1"));
    tokens.failAfter(Question.EVENTS, 0);
    assertThrows(StoreFailure.Unavailable.class, () -> expire("ada"));
    assertEquals(1, seats());
    tokens.failAfter(Question.END, 0);
    assertThrows(StoreFailure.Unavailable.class, () -> expire("ada"));
    assertEquals(1, seats());
  }

  @Test
  void more_events_than_a_call_frees_are_freed_by_the_next_one() {
    holdInEvents("ada", TokenExpiry.MAX_EVENTS + 1);
    assertThrows(ReservationFailure.OutcomeUnknown.class, () -> expire("ada"));
    assertEquals(1, expire("ada"));
    assertEquals(0, expire("ada"));
  }

  @Test
  void as_many_events_as_a_call_may_free_are_freed_and_told() {
    holdInEvents("ada", TokenExpiry.MAX_EVENTS);
    assertEquals(TokenExpiry.MAX_EVENTS, expire("ada"));
  }

  /** As many as a round takes, and the longest ended: without being put last they would fill it. */
  @Test
  void I10_a_round_full_of_tokens_that_cannot_be_settled_keeps_a_later_one_from_nothing() {
    List<String> stuck =
        IntStream.rangeClosed(1, TokenExpiry.ROUND).mapToObj(n -> "A-" + n).toList();
    stuck.forEach(seat -> open("stuck-" + seat, seat));
    open("eve", "A-101");
    stuck.forEach(seat -> house.hall.tokens.end(house.hall.workspace, token("stuck-" + seat)));
    house.tick(Duration.ofSeconds(1));
    house.hall.tokens.end(house.hall.workspace, token("eve"));
    house.tick(TokenExpiry.BEGUN_BEFORE);
    stuck.forEach(
        seat -> house.ledger.poison(seat, () -> new StoreFailure.Rejected("planned", null)));
    assertThrows(ReservationFailure.class, expiry::settle);
    assertThrows(ReservationFailure.class, expiry::settle);
    assertEquals(TokenExpiry.ROUND, left().size());
    accepted(house.hold("bob", "A-101"));
    house.ledger.cure();
    assertEquals(TokenExpiry.ROUND, expiry.settle());
    assertEquals(List.of(), left());
  }
}

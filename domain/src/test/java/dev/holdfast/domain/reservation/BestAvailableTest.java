package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.refused;
import static dev.holdfast.domain.reservation.House.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.choice.Adjacency;
import dev.holdfast.domain.choice.Stalls;
import dev.holdfast.domain.choice.Wish;
import dev.holdfast.domain.decision.ChooseBest;
import dev.holdfast.domain.decision.Chosen;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.decision.Hold;
import dev.holdfast.domain.decision.Target;
import dev.holdfast.domain.decision.Target.Offer;
import dev.holdfast.domain.decision.Wanted;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.idempotency.StoredAnswer;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.StatusRequest.Seller;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.writer.Result;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The choice of seats left to the house: past a chart that moves on, trouble, and repetitions. */
final class BestAvailableTest {
  private static final Goal BOOKED = new Goal.Take("booked", Optional.empty(), null);

  private final House house = House.open(Stalls.of("2x6"));

  private static BestRequest request(Goal goal, int number) {
    return new BestRequest(
        Wish.of(number), goal, "o1", false, List.of(), List.of(), Seller.WITHOUT_CHANNELS);
  }

  private Outcome<Chosen> best(House at, Goal goal, int number) {
    return at.reservations.changeBest(
        at.friday, request(goal, number), Origin.OWN, Optional.empty());
  }

  private Outcome<Chosen> book(int number) {
    return best(house, BOOKED, number);
  }

  private Outcome<Chosen> bookOnce(String key) {
    Once<Chosen> once =
        new Once<>(
            new IdempotencyKey(house.hall.workspace, key),
            new Fingerprint("a1".repeat(32)),
            outcome -> Optional.of(new StoredAnswer(told(outcome))));
    return house.reservations.changeBest(
        house.friday, request(BOOKED, 6), Origin.OWN, Optional.of(once));
  }

  private static String told(Outcome<Chosen> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<Chosen>(Chosen chosen) -> String.join(" ", chosen.choice().objects());
      case Outcome.Refused<Chosen> refused -> refused.first().toString();
      case Outcome.Repeated<Chosen>(Repeat.Answered(StoredAnswer answer)) ->
          "again: " + answer.text();
      case Outcome.Repeated<Chosen>(Repeat other) -> other.toString();
    };
  }

  @Test
  void the_best_seats_are_told_with_what_became_of_them() {
    Chosen chosen = accepted(book(2));
    assertEquals(List.of("R1-3", "R1-4"), chosen.choice().objects());
    assertEquals(Adjacency.TOGETHER, chosen.choice().adjacency());
    assertEquals(
        chosen.choice().objects(), chosen.objects().stream().map(each -> each.object()).toList());
    assertEquals(2, house.journal().size());
  }

  @Test
  void nobody_can_hold_what_was_chosen_and_the_gate_knows_why() {
    accepted(book(2));
    int asked = house.ledger.begun.size();
    assertEquals(new Refusal.AlreadyTaken("R1-3", 1), refused(house.hold("bob", "R1-3")));
    assertEquals(asked, house.ledger.begun.size(), "it did not get past the gate");
    accepted(house.hold("bob", "R1-5"));
  }

  @Test
  void what_somebody_else_takes_on_the_way_is_not_chosen() {
    house.ledger.before(Step.LOCK, () -> accepted(house.otherNode().hold("bob", "R1-3")));
    assertEquals(List.of("R2-3", "R2-4"), accepted(book(2)).choice().objects());
  }

  @Test
  void a_chart_that_is_republished_meanwhile_is_what_is_chosen_from() {
    house.ledger.before(Step.LOCK, () -> house.hall.publish(Stalls.of("1x2")));
    assertEquals(List.of("R1-1", "R1-2"), accepted(book(2)).choice().objects());
    assertEquals(new Refusal.NothingAvailable(), refused(book(1)));
  }

  @Test
  void a_caller_who_read_the_event_before_chooses_from_the_chart_as_it_is() {
    house.hall.publish(Stalls.of("1x7"));
    assertEquals("R1-7", accepted(book(7)).choice().objects().getLast());
  }

  @Test
  void of_a_chart_that_was_taken_back_nothing_is_left() {
    house.hall.unpublish();
    assertEquals(new Refusal.NothingAvailable(), refused(book(1)));
  }

  @Test
  void an_event_that_is_gone_is_unknown() {
    house.hall.catalog.deleteEvent(house.hall.workspace, house.friday.key());
    assertEquals(new Refusal.UnknownEvent(), refused(book(1)));
    House other = House.open(Stalls.of("1x1"));
    other.ledger.before(
        Step.BEGIN, () -> other.hall.catalog.deleteEvent(other.hall.workspace, other.friday.key()));
    assertEquals(new Refusal.UnknownEvent(), refused(best(other, BOOKED, 1)));
  }

  @Test
  void I9_a_choice_that_is_asked_for_again_is_told_again_and_not_made_again() {
    assertEquals("R1-1 R1-2 R1-3 R1-4 R1-5 R1-6", told(bookOnce("k")));
    assertEquals("again: R1-1 R1-2 R1-3 R1-4 R1-5 R1-6", told(bookOnce("k")));
    assertEquals(6, house.journal().size());
    assertEquals("R2-1 R2-2 R2-3 R2-4 R2-5 R2-6", told(bookOnce("l")));
    assertEquals("NothingAvailable[]", told(bookOnce("m")));
    accepted(house.free("R1-1", "R1-2", "R1-3", "R1-4", "R1-5", "R1-6"));
    assertEquals("again: NothingAvailable[]", told(bookOnce("m")));
  }

  @Test
  void I2_a_choice_whose_commit_was_not_answered_is_told_as_what_it_was() {
    house.ledger.after(
        Step.COMMIT,
        () -> {
          throw new StoreFailure.CommitUnknown("planned", null);
        });
    assertEquals(List.of("R1-3", "R1-4"), accepted(book(2)).choice().objects());
    assertEquals(2, house.journal().size());
  }

  @Test
  void a_choice_whose_transaction_came_to_nothing_is_made_anew() {
    house.ledger.before(
        Step.COMMIT,
        () -> {
          throw new StoreFailure.Unavailable("planned", null);
        });
    house.ledger.before(Step.BEGIN, () -> {});
    house.ledger.before(
        Step.BEGIN, () -> accepted(house.otherNode().hold("bob", "R1-1", "R1-2", "R1-3")));
    assertEquals(List.of("R2-3", "R2-4"), accepted(book(2)).choice().objects());
  }

  @Test
  void a_token_that_has_a_term_holds_what_was_chosen_for_it_until_then() {
    HoldRequest first =
        new HoldRequest(
            token("ada"),
            List.of(House.seat("R2-6")),
            Duration.ofMinutes(20),
            ExtraData.NONE,
            true,
            Optional.empty());
    accepted(house.reservations.hold(house.friday, first, Origin.OWN));
    house.tick(Duration.ofMinutes(5));
    Goal hold = new Goal.Hold(token("ada"), Duration.ofMinutes(1));
    assertEquals(List.of("R1-3", "R1-4"), accepted(best(house, hold, 2)).choice().objects());
    house.tick(Duration.ofMinutes(14));
    assertInstanceOf(Refusal.AlreadyHeld.class, refused(house.hold("bob", "R1-3")));
    house.tick(Duration.ofMinutes(1));
    accepted(house.hold("bob", "R1-3"));
  }

  /** More of them than one transaction reads: they are ended until there is room. */
  @Test
  void places_are_chosen_although_very_many_lapsed_holds_are_in_the_way() {
    int places = 1_300;
    House pit = House.open(new Stalls(1, 1, places));
    List<Hold> holds =
        IntStream.range(0, places).mapToObj(n -> holdPlace(pit.friday, "t" + n, places)).toList();
    pit.desks.performAll(holds);
    ChooseBest hundred = choosePlaces(pit.friday, 100, places, places - 150);
    assertEquals(new Refusal.NothingAvailable(), refused(decided(pit, hundred)));
    pit.tick(House.TEN_MINUTES);
    assertEquals(100, accepted(decided(pit, hundred)).choice().quantity());
    assertEquals(new Refusal.NothingAvailable(), refused(decided(pit, hundred)));
    pit.journal();
  }

  /** Places of the pit, of which the seller has all but those that are withheld, and no seat. */
  private static ChooseBest choosePlaces(Event event, int number, int capacity, int withheld) {
    return new ChooseBest(
        event.id(),
        event.soldBy(),
        new Stalls(1, 1, capacity).seating(),
        Wish.of(number),
        (label, places) ->
            Optional.of(new Wanted.WantedPlaces(label, "standing", places, capacity))
                .filter(wanted -> wanted.object().equals("pit"))
                .map(wanted -> new Target(wanted, null, null, new Offer(true, true, withheld))),
        BOOKED,
        new ChooseBest.Particulars(null, false, List.of(), List.of()),
        Origin.OWN);
  }

  private static Outcome<Chosen> decided(House at, ChooseBest command) {
    Result<Chosen> result = at.desks.perform(command);
    return ((Result.Decided<Chosen>) result).outcome();
  }

  private static Hold holdPlace(Event friday, String token, int capacity) {
    return new Hold(
        friday.id(),
        friday.layout(),
        token(token),
        List.of(new Wanted.WantedPlaces("pit", "standing", 1, capacity)),
        House.TEN_MINUTES,
        ExtraData.NONE,
        Origin.OWN);
  }

  @Test
  void a_layout_is_read_once_for_all_who_choose_from_it() {
    for (int caller = 0; caller < 5; caller++) {
      accepted(book(1));
    }
    assertEquals(1, house.stalls.venuesRead.get());
    house.hall.publish(Stalls.of("2x6"));
    accepted(book(1));
    assertEquals(2, house.stalls.venuesRead.get());
  }

  @Test
  void only_what_the_seller_may_sell_is_chosen() {
    Seller nobodys = new Seller(Optional.of(Set.of("web")), false, false);
    BestRequest request =
        new BestRequest(Wish.of(1), BOOKED, null, false, List.of(), List.of(), nobodys);
    assertEquals(
        new Refusal.NothingAvailable(),
        refused(
            house.reservations.changeBest(house.friday, request, Origin.OWN, Optional.empty())));
  }

  @Test
  void what_is_free_is_not_to_become_free() {
    assertThrows(
        IllegalArgumentException.class, () -> best(house, new Goal.Free(Optional.empty()), 1));
  }
}

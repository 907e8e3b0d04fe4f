package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.places;
import static dev.holdfast.domain.reservation.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.decision.Hold;
import dev.holdfast.domain.decision.Release;
import dev.holdfast.domain.decision.Wanted;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.writer.Result;
import dev.holdfast.domain.writer.TroubledLedger;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A pit full of records of one place each. */
final class LargeAreaTest {
  private static final int PLACES = 2_600;
  private final House house = House.open(Hall.plan(3, PLACES));

  /** Holds places one by one, each for a token of its own. */
  private void holdEach(String name, int count, Duration ttl) {
    List<Hold> holds =
        IntStream.range(0, count).mapToObj(n -> hold(House.token(name + n), ttl)).toList();
    house.desks.performAll(holds).forEach(each -> assertTrue(isHeld(each.resultNow())));
    house.ledger.commits.clear();
  }

  private Hold hold(HoldToken token, Duration ttl) {
    List<Wanted> place = List.of(new Wanted.WantedPlaces("pit", "standing", 1, PLACES));
    return new Hold(
        house.friday.id(), house.friday.layout(), token, place, ttl, ExtraData.NONE, Origin.OWN);
  }

  private static boolean isHeld(Result<List<HeldObject>> result) {
    return result instanceof Result.Decided<List<HeldObject>> decided
        && decided.outcome() instanceof Outcome.Accepted<?>;
  }

  private Outcome<Released> freeAll() {
    return house.reservations.release(
        house.friday, new ReleaseRequest(List.of("pit"), new Anybodys(true)), Origin.OWN);
  }

  private Area pit() {
    EventPicture picture = house.hall.ledger.picture(house.friday.id()).orElseThrow();
    return picture.areas().getFirst();
  }

  private int largestCommit() {
    return house.ledger.commits.stream()
        .flatMap(commit -> commit.events().stream())
        .mapToInt(of -> of.journal().size())
        .max()
        .orElseThrow();
  }

  private List<JournalKind> lastCommit() {
    List<LedgerWrites.OfEvent> events = house.ledger.commits.getLast().events();
    return events.getFirst().journal().stream().map(JournalEntry::kind).toList();
  }

  @Test
  void a_hold_ends_no_more_lapsed_holds_than_it_needs_places() {
    holdEach("t", PLACES, Duration.ofSeconds(60));
    house.tick(Duration.ofSeconds(60));
    accepted(house.hold("ada", places(2)));
    assertEquals(List.of(JournalKind.EXPIRED, JournalKind.EXPIRED, JournalKind.HELD), lastCommit());
    assertEquals(PLACES, pit().held());
    house.journal();
  }

  @Test
  void I5_a_hold_gets_every_lapsed_place_however_many_holds_they_are_and_no_live_one() {
    holdEach("bob", 600, House.TEN_MINUTES);
    holdEach("t", PLACES - 600, Duration.ofSeconds(60));
    house.tick(Duration.ofSeconds(60));
    Refusal.InsufficientCapacity no =
        (Refusal.InsufficientCapacity) refused(house.hold("ada", places(PLACES - 599)));
    assertEquals(PLACES - 600, no.free());
    accepted(house.hold("ada", places(PLACES - 600)));
    assertTrue(largestCommit() <= ReadWish.LAPSED_RECORDS + 1, () -> "" + largestCommit());
    assertEquals(5, house.ledger.commits.size());
    assertEquals(new Area("pit", pit().version(), PLACES, PLACES, 0), pit());
    house.journal();
  }

  @Test
  void what_can_never_be_free_is_refused_without_ending_a_thing() {
    holdEach("t", 600, Duration.ofSeconds(60));
    house.tick(Duration.ofSeconds(60));
    assertEquals(
        Refusal.InsufficientCapacity.class,
        refused(house.hold("ada", places(PLACES + 1))).getClass());
    assertEquals(0, house.ledger.commits.size());
  }

  @Test
  void a_sweep_ends_the_hold_it_found_however_many_lapsed_before_it() {
    holdEach("t", 600, Duration.ofSeconds(60));
    holdEach("last", 1, Duration.ofSeconds(61));
    house.tick(Duration.ofSeconds(61));
    long number = house.hall.ledger.due(10_000).getLast().hold();
    ExpirySweep sweep = new ExpirySweep(house.ledger, house.desks);
    assertEquals(601, sweep.sweep().ended());
    assertTrue(
        house.journal().stream()
            .anyMatch(each -> each.kind() == JournalKind.EXPIRED && each.hold() == number));
    assertTrue(
        house.ledger.reads.getLast().events().getFirst().records().contains(number),
        "found by its number");
  }

  @Test
  void a_large_area_is_freed_in_parts_and_answered_when_all_of_it_is() {
    holdEach("t", PLACES, House.TEN_MINUTES);
    accepted(house.book("t7", "pit"));
    house.ledger.commits.clear();
    Released released = accepted(freeAll());
    assertEquals(List.of("pit"), released.objects().stream().map(each -> each.object()).toList());
    assertEquals(pit().version(), released.objects().getFirst().version());
    assertEquals(Set.of(), released.unfinished());
    assertEquals(PLACES, pit().free());
    assertEquals(3, house.ledger.commits.size());
    assertEquals(ReadWish.AREA_RECORDS, largestCommit());
    house.journal();
    assertEquals(Refusal.NotFoundOrFree.class, refused(freeAll()).getClass());
  }

  @Test
  void lapsed_holds_do_not_hide_what_there_is_to_free() {
    holdEach("bob", 1, House.TEN_MINUTES);
    holdEach("t", 1_100, Duration.ofSeconds(60));
    holdEach("eve", 1, House.TEN_MINUTES);
    accepted(house.book("eve0", "pit"));
    house.tick(Duration.ofSeconds(60));
    accepted(freeAll());
    assertEquals(List.of(JournalKind.RELEASED, JournalKind.RELEASED), lastCommit());
    assertEquals(Refusal.NotFoundOrFree.class, refused(freeAll()).getClass());
  }

  @Test
  void trouble_in_the_middle_is_told_as_not_known_and_the_rest_can_be_freed_later() {
    holdEach("t", PLACES, House.TEN_MINUTES);
    house.ledger.after(
        Step.COMMIT,
        () ->
            house.ledger.before(
                Step.WRITE, TroubledLedger.fail(() -> new StoreFailure.Rejected("planned", null))));
    assertThrows(ReservationFailure.OutcomeUnknown.class, this::freeAll);
    assertEquals(ReadWish.AREA_RECORDS, pit().free());
    accepted(freeAll());
    assertEquals(PLACES, pit().free());
    house.journal();
  }

  @Test
  void trouble_at_the_beginning_is_told_as_nothing_done() {
    holdEach("t", PLACES, House.TEN_MINUTES);
    house.ledger.before(
        Step.WRITE, TroubledLedger.fail(() -> new StoreFailure.Rejected("planned", null)));
    assertThrows(ReservationFailure.Broken.class, this::freeAll);
    assertEquals(0, pit().free());
  }

  @Test
  void freeing_a_whole_area_weighs_as_much_as_it_may_change() {
    Release whole =
        new Release(
            house.friday.id(), List.of("pit"), Set.of("pit"), new Anybodys(true), Origin.OWN);
    Release seats =
        new Release(
            house.friday.id(), List.of("A-1", "A-2"), Set.of(), new Anybodys(true), Origin.OWN);
    assertTrue(whole.weight() > ReadWish.AREA_RECORDS);
    assertEquals(2, seats.weight());
  }
}

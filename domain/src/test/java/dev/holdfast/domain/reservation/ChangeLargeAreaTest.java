package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.domain.decision.Change;
import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.ChangedObject.ChangedArea;
import dev.holdfast.domain.decision.Conditions;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.decision.Target;
import dev.holdfast.domain.decision.Wanted;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.StatusRequest.Item;
import dev.holdfast.domain.reservation.StatusRequest.Seller;
import dev.holdfast.domain.seat.Area;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Changes in a pit full of records of one place each. */
final class ChangeLargeAreaTest {
  private static final int PLACES = 2_600;
  private static final Goal FREE = new Goal.Free(Optional.empty());
  private static final Goal LOST = new Goal.Take("lost", Optional.empty(), null);
  private final House house = House.open(Hall.plan(3, PLACES));

  private static StatusRequest request(Goal goal, int places) {
    return new StatusRequest(
        goal,
        List.of(new Item("pit", places, null, null)),
        Conditions.NONE,
        null,
        false,
        Seller.WITHOUT_CHANNELS);
  }

  private Outcome<List<ChangedObject>> change(Goal goal, int places) {
    return house.reservations.change(
        house.friday, request(goal, places), Origin.OWN, Optional.empty());
  }

  private Outcome<List<List<ChangedObject>>> free(int... places) {
    List<StatusChange> changes =
        Arrays.stream(places)
            .mapToObj(each -> new StatusChange(house.friday, request(FREE, each)))
            .toList();
    return house.reservations.changeAll(changes, Origin.OWN, Optional.empty());
  }

  /** One sale a place. */
  private void sellEach(int count) {
    for (int n = 0; n < count; n++) {
      accepted(change(LOST, 1));
    }
  }

  private void holdEach(int count, Duration life) {
    for (int n = 0; n < count; n++) {
      accepted(
          house.reservations.hold(
              house.friday, House.request("t" + n, life, List.of(House.places(1))), Origin.OWN));
    }
  }

  private Area pit() {
    return house.hall.ledger.picture(house.friday.id()).orElseThrow().areas().getFirst();
  }

  @Test
  void as_many_sales_are_freed_as_were_read_and_no_fewer_than_asked_for() {
    sellEach(1_500);
    assertEquals(new Refusal.TooScattered("pit", 1_000), refused(change(FREE, 1_001)));
    assertEquals(1_500, pit().taken());
    ChangedObject after = accepted(change(FREE, 1_000)).getFirst();
    assertEquals(500, ((ChangedArea) after).area().taken());
    accepted(change(FREE, 1_001));
    assertEquals(0, pit().taken());
    house.journal();
  }

  @Test
  void I3_what_one_change_of_a_step_used_up_is_not_hidden_from_the_next() {
    sellEach(1_500);
    assertEquals(new Refusal.TooScattered("pit", 1_000), refused(free(900, 300)));
    assertEquals(1_500, pit().taken());
    accepted(free(600, 400));
    assertEquals(500, pit().taken());
    accepted(free(400, 400));
    assertEquals(0, pit().taken());
    house.journal();
  }

  @Test
  void lapsed_holds_do_not_hide_what_there_is_to_free() {
    sellEach(300);
    holdEach(1_900, Duration.ofSeconds(60));
    sellEach(400);
    house.tick(Duration.ofSeconds(60));
    accepted(change(FREE, 650));
    assertEquals(50, pit().taken());
    accepted(change(FREE, 51));
    assertEquals(0, pit().taken());
    house.journal();
  }

  @Test
  void I5_a_change_gets_every_lapsed_place_however_many_holds_they_are() {
    holdEach(1_900, Duration.ofSeconds(60));
    house.tick(Duration.ofSeconds(60));
    assertInstanceOf(Refusal.InsufficientCapacity.class, refused(change(LOST, PLACES + 1)));
    accepted(change(LOST, PLACES));
    assertEquals(new Area("pit", pit().version(), PLACES, 0, PLACES), pit());
    house.journal();
  }

  @Test
  void a_change_of_places_weighs_as_much_as_it_may_read_and_one_of_seats_what_it_names() {
    Wanted pit = new WantedPlaces("pit", null, 5, PLACES);
    assertEquals(1 + ReadWish.AREA_RECORDS, weight(FREE, pit));
    assertEquals(1 + ReadWish.AREA_RECORDS, weight(LOST, pit));
    assertEquals(1, weight(LOST, new WantedSeat("A-1", null)));
  }

  private int weight(Goal goal, Wanted wanted) {
    return new Change(
            house.friday.id(),
            house.friday.soldBy(),
            goal,
            List.of(new Target(wanted, null, null, Target.Offer.ALL)),
            Conditions.NONE,
            null,
            false,
            Origin.OWN)
        .weight();
  }
}

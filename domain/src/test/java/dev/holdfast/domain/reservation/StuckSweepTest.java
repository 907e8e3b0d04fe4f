package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.reservation.ExpirySweep.Round;
import dev.holdfast.domain.writer.Result;
import dev.holdfast.domain.writer.StepResult;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lapsed holds that cannot be ended, among others that can. */
final class StuckSweepTest {
  private static final int SEATS = ExpirySweep.ROUND;
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private final House house = House.open(Hall.plan(SEATS + 1, 0));
  private final List<Integer> handedIn = new ArrayList<>();
  private final ExpirySweep sweep = new ExpirySweep(house.ledger, recording(house.desks));

  private Desks recording(Desks desks) {
    return new Desks() {
      @Override
      public <A> Result<A> perform(Command<A> command, Optional<Once<A>> once) {
        return desks.perform(command, once);
      }

      @Override
      public StepResult perform(
          dev.holdfast.domain.decision.Step step, Optional<Once<List<List<ChangedObject>>>> once) {
        return desks.perform(step, once);
      }

      @Override
      public <A> List<CompletableFuture<Result<A>>> performAll(
          List<? extends Command<A>> commands) {
        handedIn.add(commands.size());
        return desks.performAll(commands);
      }
    };
  }

  private void hold(Event event, String token, int first, int count) {
    List<HoldRequest.Item> seats =
        IntStream.range(first, first + count)
            .<HoldRequest.Item>mapToObj(n -> House.seat("A-" + n))
            .toList();
    accepted(house.reservations.hold(event, House.request(token, MINUTE, seats), Origin.OWN));
  }

  private void holdOnFriday(int seats) {
    for (int first = 1; first <= seats; first += 100) {
      hold(house.friday, "t" + first, first, Math.min(100, seats - first + 1));
    }
  }

  private List<Event> otherEvents(int count) {
    List<Event> events = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      events.add(house.hall.event("evt_other_" + n));
      hold(events.getLast(), "bob", 1, 1);
    }
    return events;
  }

  private void poison(int from, int to, Supplier<RuntimeException> trouble) {
    IntStream.rangeClosed(from, to).forEach(n -> house.ledger.poison("A-" + n, trouble));
  }

  private static RuntimeException rejected() {
    return new StoreFailure.Rejected("planned", null);
  }

  private static RuntimeException unavailable() {
    return new StoreFailure.Unavailable("planned", null);
  }

  private long ends(Event event) {
    return house
        .hall
        .ledger
        .journal(event.id(), 0, new Portion(10_000, Integer.MAX_VALUE))
        .entries()
        .stream()
        .filter(each -> each.kind() == JournalKind.EXPIRED)
        .count();
  }

  @Test
  void I10_an_event_full_of_holds_that_cannot_be_ended_hides_no_others() {
    holdOnFriday(SEATS);
    house.tick(Duration.ofSeconds(1));
    Event saturday = house.hall.event("evt_saturday");
    hold(saturday, "bob", SEATS + 1, 1);
    house.tick(MINUTE);
    poison(1, SEATS, StuckSweepTest::rejected);
    for (int round = 0; round < 4; round++) {
      sweep.sweep();
    }
    assertEquals(1, ends(saturday));
    assertEquals(0, ends(house.friday));
  }

  @Test
  void I10_one_hold_that_cannot_be_ended_stops_none_of_its_event() {
    holdOnFriday(600);
    house.tick(MINUTE);
    poison(77, 77, StuckSweepTest::rejected);
    assertEquals(new Round(600, 599, 1), sweep.sweep());
    assertEquals(599, ends(house.friday));
    assertEquals(new Round(1, 0, 1), sweep.sweep());
  }

  @Test
  void I10_a_hold_for_which_the_store_is_away_spoils_no_other_events_sweep() {
    hold(house.friday, "ada", 9, 1);
    List<Event> others = otherEvents(20);
    house.tick(MINUTE);
    poison(9, 9, StuckSweepTest::unavailable);
    Round round = sweep.sweep();
    assertEquals(new Round(21, 20, 1), round);
    assertTrue(others.stream().allMatch(each -> ends(each) == 1));
  }

  @Test
  void I10_no_more_than_a_bounded_number_of_sweeps_stand_in_the_way_of_sales() {
    otherEvents(ExpirySweep.AT_ONCE + 50);
    house.tick(MINUTE);
    assertEquals(ExpirySweep.AT_ONCE + 50, sweep.sweep().ended());
    assertEquals(List.of(ExpirySweep.AT_ONCE, 50), handedIn);
  }

  @Test
  void an_event_that_was_left_alone_for_its_trouble_is_swept_when_the_trouble_is_over() {
    holdOnFriday(3);
    house.tick(MINUTE);
    poison(1, 3, StuckSweepTest::rejected);
    for (int round = 0; round < 100; round++) {
      sweep.sweep();
    }
    int tries = handedIn.size();
    assertTrue(tries < 100, () -> "it was never left alone: " + tries);
    house.ledger.cure();
    for (int round = 0; round < 64 && ends(house.friday) == 0; round++) {
      sweep.sweep();
    }
    assertEquals(3, ends(house.friday));
  }

  @Test
  void a_store_that_is_away_is_not_asked_hold_by_hold() {
    otherEvents(150);
    house.tick(MINUTE);
    house.ledger.before(Step.BEGIN, house.hall.store::breakDown);
    Round round = sweep.sweep();
    assertEquals(0, round.ended());
    assertEquals(150, round.failed());
    assertTrue(handedIn.size() <= 12, handedIn::toString);
  }
}

package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.places;
import static dev.holdfast.domain.reservation.House.refused;
import static dev.holdfast.domain.reservation.House.seat;
import static dev.holdfast.domain.reservation.House.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.event.Occupancy;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Flaws that seat locks have had elsewhere, tried on this one: see docs/known-flaws.md. */
final class KnownFlawsTest {
  private static final Duration MICROSECOND = Duration.ofNanos(1_000);

  private final House house = House.open(Hall.plan(220, 10));

  private EventPicture picture() {
    return house.reservations.picture(house.friday.id()).orElseThrow();
  }

  private Set<String> shown() {
    return picture().seats().stream()
        .map(Seat::label)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Instant deadline(String label) {
    return picture().seats().stream()
        .filter(seat -> seat.label().equals(label))
        .map(seat -> ((SeatState.Held) seat.state()).until())
        .findFirst()
        .orElseThrow();
  }

  private static String[] seats(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(n -> "A-" + n).toArray(String[]::new);
  }

  @Test
  void a_cap_outlives_every_forgetting_and_begins_anew_only_for_what_was_given_up() {
    accepted(house.hold("ada", Duration.ofHours(20), seats(1, 200)));
    for (Duration time :
        List.of(Duration.ofMinutes(11), Duration.ofHours(1), Duration.ofHours(12))) {
      house.tick(time);
      house.locks.forget();
      assertInstanceOf(Refusal.TokenLimit.class, refused(house.hold("ada", "A-201")));
    }
    accepted(house.book("ada", seats(1, 4)));
    accepted(house.hold("ada", Duration.ofHours(1), seats(201, 204)));
    assertInstanceOf(Refusal.TokenLimit.class, refused(house.hold("ada", "A-205")));
  }

  @Test
  void a_sold_seat_is_sold_in_every_view_25_hours_later() {
    accepted(house.hold("ada", seat("A-1"), places(3)));
    accepted(house.book("ada", "A-1", "pit"));
    house.tick(Duration.ofHours(25));
    house.locks.forget();
    assertEquals(Set.of("A-1"), shown());
    assertEquals("booked", picture().seats().getFirst().state().word());
    assertEquals(3, picture().areas().getFirst().taken());
    assertEquals(3, picture().records().getFirst().quantity());
    assertEquals(
        Map.of(house.friday.id(), new Occupancy(0, 4)),
        house.reservations.occupancies(Set.of(house.friday.id())));
    assertInstanceOf(Refusal.AlreadyTaken.class, refused(house.hold("bob", "A-1")));
    assertInstanceOf(Refusal.InsufficientCapacity.class, refused(house.hold("bob", places(8))));
    assertEquals(List.of(), house.hall.ledger.due(10));
    assertEquals(JournalKind.BOOKED, house.journal().getLast().kind());
  }

  @Test
  void the_gate_opens_for_a_seat_only_after_its_release_is_committed() {
    accepted(house.hold("ada", "A-1", "A-2"));
    List<String> order = new ArrayList<>();
    house.ledger.after(Step.COMMIT, () -> order.add("committed"));
    house.port.before = () -> order.add("gate");
    accepted(house.release("ada", "A-1"));
    assertEquals(List.of("committed", "gate"), order);

    order.clear();
    house.ledger.after(Step.COMMIT, () -> order.add("committed"));
    house.reservations.expire(house.hall.workspace, token("ada"), Origin.OWN);
    assertEquals(List.of("committed", "gate"), order);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEGIN", "LOCK", "READ", "WRITE", "COMMIT"})
  void a_hold_of_several_that_fails_at_any_step_leaves_nothing_behind(Step step) {
    house.ledger.before(step, () -> house.hall.store.breakDown());
    assertThrows(ReservationFailure.class, () -> house.hold("ada", "A-1", "A-2", "A-3"));
    house.hall.store.repair();
    assertEquals(Set.of(), shown());
    assertEquals(List.of(), house.journal());
    accepted(house.hold("bob", "A-3", "A-2", "A-1"));
  }

  /** Each seat has a deadline of its own; around each, what is shown is what can be held. */
  @Test
  void around_every_deadline_the_picture_and_a_hold_say_the_same_of_every_seat() {
    List<String> labels = List.of(seats(1, 20));
    for (int n = 0; n < labels.size(); n++) {
      accepted(house.hold("ada-" + n, Duration.ofSeconds(60).plusMillis(n), labels.get(n)));
    }
    house.tick(Duration.ofSeconds(60).minus(MICROSECOND));
    for (int n = 0; n < labels.size(); n++) {
      String label = labels.get(n);
      assertTrue(shown().contains(label));
      assertInstanceOf(Refusal.AlreadyHeld.class, refused(house.hold("bob-" + n, label)));
      house.tick(MICROSECOND);
      assertTrue(!shown().contains(label));
      assertEquals(19 - n, shown().size());
      accepted(house.hold("bob-" + n, MICROSECOND, label));
      house.tick(Duration.ofMillis(1).minus(MICROSECOND));
      assertTrue(!shown().contains(label));
    }
  }

  @Test
  void a_thousand_edits_that_change_nothing_move_no_deadline() {
    accepted(house.hold("ada", House.TEN_MINUTES, "A-1", "A-2"));
    accepted(house.hold("ada", places(2)));
    Instant until = deadline("A-1");
    for (int edit = 0; edit < 1_000; edit++) {
      accepted(house.hold("ada", Duration.ofHours(24), "A-2", "A-1"));
      accepted(house.hold("ada", "A-3"));
      accepted(house.release("ada", "A-3"));
      refused(house.hold("ada", "Z-9"));
      refused(house.book("ada", "A-1", "A-9"));
      house.tick(Duration.ofMillis(500));
      assertEquals(until, deadline("A-1"));
      assertEquals(until, deadline("A-2"));
    }
    house.tick(House.TEN_MINUTES.minusMillis(500 * 1_000));
    assertEquals(Set.of(), shown());
    assertEquals(List.of(), picture().records());
  }

  @Test
  void no_loop_of_adding_and_removing_outlives_a_token_that_expires_by_itself() {
    accepted(
        house.reservations.hold(
            house.friday,
            new HoldRequest(
                token("ada"), List.of(seat("A-1")), House.TEN_MINUTES, ExtraData.NONE, true),
            Origin.OWN));
    Instant until = deadline("A-1");
    for (int edit = 0; edit < 1_000; edit++) {
      accepted(house.hold("ada", Duration.ofHours(24), "A-2"));
      assertEquals(until, deadline("A-2"));
      accepted(house.release("ada", "A-2"));
      accepted(house.hold("ada", Duration.ofHours(24), "A-2"));
      accepted(house.release("ada", "A-2"));
      house.tick(Duration.ofMillis(500));
    }
    house.tick(House.TEN_MINUTES.minusMillis(500 * 1_000));
    assertEquals(new Refusal.TokenOver(), refused(house.hold("ada", "A-2")));
    assertEquals(Set.of(), shown());
  }

  /** What a payment provider sends: late, several times, and in no order. */
  @Test
  void five_copies_of_every_message_in_any_order_do_each_thing_once() {
    for (int order = 0; order < 100; order++) {
      House here = House.open();
      accepted(here.hold("ada", seat("A-1"), seat("A-2"), places(2)));
      accepted(here.hold("bob", "A-3"));
      List<Supplier<Outcome<?>>> messages = new ArrayList<>();
      for (int copy = 0; copy < 5; copy++) {
        messages.add(() -> here.book("ada", "A-1", "A-2", "pit"));
        messages.add(() -> here.book("bob", "A-3"));
        messages.add(() -> here.release("bob", "A-3"));
      }
      Collections.shuffle(messages, new Random(order));
      long done =
          messages.stream().map(Supplier::get).filter(Outcome.Accepted.class::isInstance).count();
      assertEquals(2, done, "of ada's payment and of bob's payment or his withdrawal");
      assertEquals(1, count(here, "A-1", JournalKind.BOOKED));
      assertEquals(1, count(here, "pit", JournalKind.BOOKED));
      assertEquals(
          2, here.hall.ledger.picture(here.friday.id()).orElseThrow().areas().getFirst().taken());
      assertEquals(
          1, count(here, "A-3", JournalKind.BOOKED) + count(here, "A-3", JournalKind.RELEASED));
    }
  }

  private static long count(House house, String object, JournalKind kind) {
    List<JournalEntry> journal = house.journal();
    return journal.stream()
        .filter(entry -> entry.object().equals(object) && entry.kind() == kind)
        .count();
  }
}

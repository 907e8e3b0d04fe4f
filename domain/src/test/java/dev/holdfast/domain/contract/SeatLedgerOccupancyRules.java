package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.Occupancy;
import dev.holdfast.domain.port.SeatLedgerPort;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** P110 to P112: how much of events is not free. */
public interface SeatLedgerOccupancyRules extends SeatLedgerRules {
  @Test
  default void P110_seats_and_places_that_are_held_and_taken_are_counted() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, Duration.ofMinutes(1));
    aBookedSeat(event, "A-2", ANN);
    aFreedSeat(event, "A-3");
    heldPlaces(event, "floor", BEN, 3, Duration.ofMinutes(1));
    bookedPlaces(event, "floor", BEN, 2);

    assertEquals(Map.of(event, new Occupancy(4, 3)), ledger().occupancies(Set.of(event)));
  }

  @Test
  default void P111_what_has_lapsed_is_not_counted_and_other_events_are_not_either() {
    EventId event = anEvent();
    EventId other = anEvent();
    aHeldSeat(event, "A-1", ANN, Duration.ofSeconds(5));
    heldPlaces(event, "floor", BEN, 3, Duration.ofSeconds(5));
    aBookedSeat(other, "A-1", ANN);
    moveClock(Duration.ofSeconds(5));

    assertEquals(
        Map.of(event, Occupancy.NONE, other, new Occupancy(0, 1)),
        ledger().occupancies(Set.of(event, other)));
  }

  @Test
  default void P112_events_that_do_not_exist_are_missing_and_too_many_are_no_question() {
    EventId event = anEvent();
    EventId gone = new EventId(event.value() + 1_000_000);
    Set<EventId> many =
        LongStream.rangeClosed(0, SeatLedgerPort.MAX_OCCUPANCIES)
            .mapToObj(EventId::new)
            .collect(Collectors.toSet());

    assertEquals(Map.of(), ledger().occupancies(Set.of()));
    assertEquals(Map.of(event, Occupancy.NONE), ledger().occupancies(Set.of(event, gone)));
    assertThrows(IllegalArgumentException.class, () -> ledger().occupancies(many));
  }
}

package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.Occupancy;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Resale;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import dev.holdfast.domain.seat.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** P110 to P112 and P135: how much of events is not free. */
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

  /** Nobody has to write it down for it to be there. */
  @Test
  default void P135_what_was_on_resale_before_a_hold_that_lapsed_is_shown_and_counted_as_there() {
    Tag tag = new Tag("gold", ExtraData.ofJson("{\"vip\":1}"), "o-1", "adult", new Resale("l-1"));
    Instant past = Instant.parse("2026-01-01T00:00:00Z");
    Instant live = Instant.parse("2131-02-28T23:59:59Z");
    EventId event = anEvent();
    change(
        event,
        Set.of("A-0", "A-1", "A-2"),
        draft -> {
          draft.put("A-0", new Held(ANN, 1, past, past, tag));
          draft.put("A-1", new Held(ANN, 2, past, live, tag));
          draft.put("A-2", new Held(ANN, 3, past, past, new Tag("gold", ExtraData.NONE)));
        });
    EventPicture picture = picture(event);
    assertEquals(
        List.of("A-0 resale", "A-1 held"),
        picture.seats().stream().map(each -> each.label() + " " + each.state().word()).toList());
    Taken back = (Taken) picture.seats().getFirst().state();
    Tag left = new Tag("gold", ExtraData.NONE, null, null, new Resale("l-1"));
    assertEquals(new Taken("resale", null, 0, picture.now(), left), back);
    assertEquals(Map.of(event, new Occupancy(1, 1)), ledger().occupancies(Set.of(event)));
  }
}

package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.assertEach;
import static dev.holdfast.domain.contract.SeatLedgerRules.objects;
import static dev.holdfast.domain.contract.SeatLedgerRules.under;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.SeatState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** P100 to P102: of what is many, which rows come. */
public interface SeatLedgerLimitRules extends SeatLedgerRules {
  /**
   * Records of one place each that are not counted, held for so many seconds, one after another.
   */
  private List<AreaRecord> heldForSeconds(EventId event, int from, int to) {
    List<AreaRecord> records = new ArrayList<>();
    change(
        event,
        Set.of("floor"),
        draft -> {
          records.clear();
          for (int seconds = from; seconds <= to; seconds++) {
            Instant until = draft.now().plusSeconds(seconds);
            long number = 1_000_000L - seconds;
            SeatState.Held held =
                SeatState.FREE.hold(BEN, number, draft.now(), until, SeatLedgerDraft.TAG);
            records.add(new AreaRecord("floor", number, 1, held));
          }
          records.forEach(draft::strayRecord);
          draft.holdPlaces("floor", CID, 1, QUARTER);
        });
    return records;
  }

  @Test
  default void P100_of_the_lapsed_records_come_those_that_lapsed_first_and_no_more_than_a_limit() {
    EventId event = anEvent();
    int limit = ReadWish.LAPSED_RECORDS;
    List<AreaRecord> records = heldForSeconds(event, 1, limit + 2);
    moveClock(Duration.ofSeconds(limit + 1));
    assertEach(Set.copyOf(records.subList(0, limit)), reads(objects(event, "floor")).records());
    assertEquals(limit + 2, reads(under(event, Set.of("floor"), BEN)).records().size());
  }

  @Test
  default void P101_of_a_whole_area_come_taken_records_first_then_the_latest_deadlines() {
    EventId event = anEvent();
    AreaRecord taken = bookedPlaces(event, "floor", ANN, 3);
    int limit = ReadWish.AREA_RECORDS;
    List<AreaRecord> records = heldForSeconds(event, 1_001, 1_000 + limit);
    moveClock(Duration.ofMinutes(25));
    ReadWish.OfEvent wish =
        new ReadWish.OfEvent(event, Set.of(), Set.of(), Set.of(), Set.of("floor"));
    Set<AreaRecord> expected = new HashSet<>(records.subList(1, limit));
    expected.add(taken);
    assertEach(expected, reads(wish).records());
  }

  @Test
  default void P102_records_asked_for_by_number_are_there_and_no_others() {
    EventId event = anEvent();
    AreaRecord held = heldPlaces(event, "floor", ANN, 2, QUARTER);
    AreaRecord taken = bookedPlaces(event, "balcony", BEN, 3);
    heldPlaces(event, "floor", ANN, 4, QUARTER);
    EventId other = anEvent();
    bookedPlaces(other, "floor", ANN, 2);
    bookedPlaces(other, "floor", ANN, 2);
    AreaRecord others = heldPlaces(other, "floor", ANN, 2, QUARTER);
    Set<Long> numbers = Set.of(held.number(), taken.number(), 77L, others.number());
    ReadWish.OfEvent wish =
        new ReadWish.OfEvent(event, Set.of("floor"), Set.of(), Set.of(), Set.of(), numbers);
    LedgerReads.OfEvent reads = reads(wish);
    assertEach(Set.of(held, taken), reads.records());
    assertEquals(
        Set.of("floor"), reads.areas().stream().map(Area::key).collect(Collectors.toSet()));
  }
}

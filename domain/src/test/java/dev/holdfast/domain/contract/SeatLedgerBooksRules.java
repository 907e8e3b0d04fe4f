package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.EventBooks;
import dev.holdfast.domain.port.EventBooks.AreaRow;
import dev.holdfast.domain.port.EventBooks.PlacesRow;
import dev.holdfast.domain.port.EventBooks.SeatRow;
import dev.holdfast.domain.port.EventBooks.Standing;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** P113 to P117: an event's rows as they stand. */
public interface SeatLedgerBooksRules extends SeatLedgerRules {
  private EventBooks books(EventId event) {
    return SeatLedgerRules.again(() -> ledger().books(event)).orElseThrow();
  }

  @Test
  default void P113_an_event_that_does_not_exist_or_is_deleted_has_no_books() {
    assertEquals(Optional.empty(), ledger().books(new EventId(Long.MAX_VALUE)));
    WorkspaceId workspace = aWorkspace();
    String chart = aPublishedChart(workspace, CatalogRules.fresh("chart")).key();
    EventId event = anEvent(workspace, chart, "gala").id();
    assertEquals(List.of(), books(event).seats());
    aBookedSeat(event, "A-1", ANN);
    assertEquals(1, books(event).seats().size());
    catalog().deleteEvent(workspace, "gala");
    assertEquals(Optional.empty(), ledger().books(event));
  }

  @Test
  default void P114_books_show_every_seat_that_was_touched_free_and_lapsed_ones_too() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    aHeldSeat(event, "A-2", ANN, Duration.ofMinutes(1));
    aBookedSeat(event, "A-3", BEN);
    aHeldSeat(event, "A-4", CID, QUARTER);
    aFreedSeat(event, "A-4");
    aBookedSeat(anEvent(), "A-9", ANN);
    Held first = (Held) seat(event, "A-1").state();
    Held second = (Held) seat(event, "A-2").state();
    moveClock(Duration.ofMinutes(1));
    EventBooks books = books(event);
    assertEquals(5, books.seq());
    assertEquals(
        Set.of(
            new SeatRow("A-1", 1, Standing.HELD, "ann", first.hold(), first.until()),
            new SeatRow("A-2", 1, Standing.HELD, "ann", second.hold(), second.until()),
            new SeatRow("A-3", 1, Standing.TAKEN, "ben", 0, null),
            new SeatRow("A-4", 2, Standing.FREE, null, 0, null)),
        new HashSet<>(books.seats()));
    assertEquals(4, books.seats().size());
    assertTrue(!books.now().isBefore(second.until()));
  }

  @Test
  default void P115_books_count_the_sales_that_are_open() {
    EventId event = anEvent();
    aBookedSeat(event, "A-1", ANN);
    aBookedSeat(event, "A-2", ANN);
    aFreedSeat(event, "A-2");
    aHeldSeat(event, "A-3", ANN, QUARTER);
    assertEquals(Map.of("A-1", 1), books(event).openSales());
    aBookedSeat(event, "A-2", BEN);
    assertEquals(Map.of("A-1", 1, "A-2", 1), books(event).openSales());
  }

  @Test
  default void P116_books_sum_places_by_area_and_token_lapsed_ones_too() {
    EventId event = anEvent();
    heldPlaces(event, "floor", ANN, 3, Duration.ofMinutes(1));
    heldPlaces(event, "floor", ANN, 2, QUARTER);
    bookedPlaces(event, "floor", ANN, 4);
    bookedPlaces(event, "floor", BEN, 5);
    bookedPlaces(event, "balcony", BEN, 6);
    AreaRecord over = heldPlaces(event, "balcony", CID, 7, QUARTER);
    change(event, Set.of("balcony"), draft -> draft.endHold(over));
    moveClock(Duration.ofMinutes(1));
    EventBooks books = books(event);
    assertEquals(
        Set.of(
            new PlacesRow("floor", "ann", 5, 4),
            new PlacesRow("floor", "ben", 0, 5),
            new PlacesRow("balcony", "ben", 0, 6)),
        new HashSet<>(books.places()));
    assertEquals(
        Set.of(new AreaRow("floor", 6, 100, 5, 9), new AreaRow("balcony", 4, 100, 0, 6)),
        new HashSet<>(books.areas()));
  }

  @Test
  default void P117_books_are_of_one_instant_whoever_writes_meanwhile() throws Exception {
    EventId event = anEvent();
    int rounds = 60;
    FutureTask<Integer> writer =
        SeatLedgerRules.inBackground(() -> {
          for (int n = 0; n < rounds; n++) {
            String label = "A-" + n;
            change(
                event,
                Set.of(label, "floor"),
                draft -> draft.book(label, ANN).holdPlaces("floor", ANN, 1, QUARTER));
          }
          return rounds;
        });
    boolean done = false;
    while (!done) {
      done = writer.isDone();
      EventBooks books = books(event);
      int seats = books.seats().size();
      assertEquals(2L * seats, books.seq());
      assertEquals(seats, books.openSales().size());
      assertEquals(seats, books.areas().stream().mapToInt(AreaRow::held).sum());
      assertEquals(seats, books.places().stream().mapToLong(PlacesRow::held).sum());
    }
    assertEquals(rounds, SeatLedgerRules.result(writer));
    assertEquals(rounds, books(event).seats().size());
  }
}

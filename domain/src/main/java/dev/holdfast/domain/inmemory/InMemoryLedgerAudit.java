package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Checks one book against itself: invariants I1 and I6. */
record InMemoryLedgerAudit(InMemoryLedgerBook book) {
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    addSeats(problems);
    addAreas(problems);
    return problems;
  }

  private void addSeats(List<String> problems) {
    for (Seat seat : book.seats.values()) {
      SeatState.Taken sale = book.openSales.get(seat.label());
      if (seat.state() instanceof SeatState.Taken taken) {
        if (sale == null) {
          problems.add("seat " + seat.label() + " is taken without a sale");
        } else if (!sale.equals(taken)) {
          problems.add("seat " + seat.label() + " is taken by another sale");
        }
      } else if (sale != null) {
        problems.add("seat " + seat.label() + " has a sale and is " + seat.state().word());
      }
    }
  }

  private void addAreas(List<String> problems) {
    TreeSet<String> keys = new TreeSet<>(book.areas.keySet());
    book.records.values().forEach(record -> keys.add(record.area()));
    for (String key : keys) {
      Area area = book.areas.getOrDefault(key, Area.untouched(key, 0));
      add(problems, key, "held", area.held(), places(key, SeatState.Held.class::isInstance));
      add(problems, key, "taken", area.taken(), places(key, SeatState.Taken.class::isInstance));
    }
  }

  private static void add(
      List<String> problems, String key, String what, int counted, int recorded) {
    if (counted != recorded) {
      problems.add("area " + key + " counts " + counted + " " + what + ", records " + recorded);
    }
  }

  private int places(String area, Predicate<SeatState> state) {
    return book.records.values().stream()
        .filter(record -> record.area().equals(area) && state.test(record.state()))
        .mapToInt(AreaRecord::quantity)
        .sum();
  }
}

package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.EventBooks;
import dev.holdfast.domain.port.EventBooks.AreaRow;
import dev.holdfast.domain.port.EventBooks.PlacesRow;
import dev.holdfast.domain.port.EventBooks.SeatRow;
import dev.holdfast.domain.port.EventBooks.Standing;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks one book against itself (invariants I1 and I6), and shows it as it is. */
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

  EventBooks books(Instant now) {
    return new EventBooks(
        book.seq(),
        now,
        book.seats.values().stream().map(InMemoryLedgerAudit::row).toList(),
        book.areas.values().stream()
            .map(each ->
                new AreaRow(each.key(), each.version(), each.capacity(), each.held(), each.taken()))
            .toList(),
        places(),
        book.openSales.keySet().stream().collect(Collectors.toMap(Function.identity(), _ -> 1)));
  }

  private static SeatRow row(Seat seat) {
    return switch (seat.state()) {
      case SeatState.Free _ ->
          new SeatRow(seat.label(), seat.version(), Standing.FREE, null, 0, null);
      case SeatState.Held held ->
          new SeatRow(
              seat.label(),
              seat.version(),
              Standing.HELD,
              held.token().value(),
              held.hold(),
              held.until());
      case SeatState.Taken taken ->
          new SeatRow(
              seat.label(),
              seat.version(),
              Standing.TAKEN,
              taken.status(),
              token(taken),
              taken.hold(),
              null);
    };
  }

  private static @Nullable String token(SeatState state) {
    HoldToken token =
        switch (state) {
          case SeatState.Free _ -> null;
          case SeatState.Held held -> held.token();
          case SeatState.Taken taken -> taken.token();
        };
    return token == null ? null : token.value();
  }

  private List<PlacesRow> places() {
    List<PlacesRow> rows = new ArrayList<>();
    book.records.values().stream()
        .collect(Collectors.groupingBy(AreaRecord::area))
        .forEach((area, records) -> {
          Map<@Nullable String, long[]> sums = new HashMap<>();
          for (AreaRecord each : records) {
            long[] sum = sums.computeIfAbsent(token(each.state()), _ -> new long[2]);
            sum[each.state() instanceof SeatState.Held ? 0 : 1] += each.quantity();
          }
          sums.forEach((token, sum) -> rows.add(new PlacesRow(area, token, sum[0], sum[1])));
        });
    return rows;
  }
}

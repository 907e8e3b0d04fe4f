package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Resale;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an object of an event stands. */
sealed interface Stand {
  /** The dialect's word for it. */
  String status();

  /**
   * What is sold as one: a seat, a table, a booth.
   *
   * @param token who holds it, null while nobody does
   * @param tag what callers hung on it with its last change; a free one may have something, too
   */
  record Single(String status, @Nullable String token, Tag tag) implements Stand {
    /** Nobody ever touched it. */
    static final Single UNTOUCHED = new Single(Status.FREE, null, Tag.NONE);

    static Single of(SeatState state) {
      String token = state instanceof SeatState.Held held ? held.token().value() : null;
      return new Single(Status.of(state), token, state.tag());
    }

    /**
     * The marketplace's name of the offer, while it is on resale and has one; what is held or sold
     * since then only remembers it.
     */
    @Nullable String listing() {
      Resale resale = tag.resale();
      return resale == null || !status.equals(SeatState.Taken.RESALE) ? null : resale.listing();
    }
  }

  /**
   * Places of a general admission area (section 16).
   *
   * @param capacity all of them
   * @param taken how many are neither free nor held, by their status, in the order of the words
   * @param holds how many are held, by token and then by ticket type
   * @param notForSale how many the event keeps back, 0 to {@code capacity}
   */
  record Places(
      int capacity,
      SortedMap<String, Integer> taken,
      Map<String, Map<String, Integer>> holds,
      int notForSale)
      implements Stand {
    /** What stands for the type of a ticket that has none. */
    static final String NO_TICKET_TYPE = "NO_TICKET_TYPE";

    /**
     * The places of an area.
     *
     * @param layoutCapacity as the chart has it; what was sold of a larger one stays sold
     * @param records of this area, live
     */
    static Places of(int layoutCapacity, List<AreaRecord> records, int notForSale) {
      SortedMap<String, Integer> taken = new TreeMap<>();
      Map<String, Map<String, Integer>> holds = new LinkedHashMap<>();
      int gone = 0;
      for (AreaRecord each : records) {
        gone += each.quantity();
        switch (each.state()) {
          case SeatState.Free _ -> throw new IllegalStateException("free places have no record");
          case SeatState.Taken sale -> taken.merge(sale.status(), each.quantity(), Integer::sum);
          case SeatState.Held held ->
              holds
                  .computeIfAbsent(held.token().value(), _ -> new TreeMap<>())
                  .merge(ticketType(held), each.quantity(), Integer::sum);
        }
      }
      int capacity = Math.max(layoutCapacity, gone);
      return new Places(capacity, taken, holds, notForSale);
    }

    private static String ticketType(SeatState.Held held) {
      String type = held.tag().ticketType();
      return type == null ? NO_TICKET_TYPE : type;
    }

    /** Places that are neither free nor held, whatever the word. */
    int numBooked() {
      return taken.values().stream().mapToInt(Integer::intValue).sum();
    }

    int numHeld() {
      return holds.values().stream()
          .flatMap(each -> each.values().stream())
          .mapToInt(Integer::intValue)
          .sum();
    }

    int numFree() {
      return capacity - numBooked() - numHeld();
    }

    /**
     * Free while a place is. Of a full area the status of its taken places: where there are
     * several, that of most, the first by name of those that are equally many. Held when none is
     * taken.
     */
    @Override
    public String status() {
      if (numFree() > 0) {
        return Status.FREE;
      }
      return taken.entrySet().stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
          .map(Map.Entry::getKey)
          .orElse(holds.isEmpty() ? Status.FREE : Status.HELD);
    }
  }
}

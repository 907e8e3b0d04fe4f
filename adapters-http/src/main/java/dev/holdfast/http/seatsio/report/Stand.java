package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.seat.Resale;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.Tag;
import java.util.Map;
import java.util.SortedMap;
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
   * @param numHeld how many are held
   * @param taken how many are neither free nor held, by their status, in the order of the words
   * @param holds how many are held, by token and then by ticket type, as far as it is known
   * @param notForSale how many the event keeps back, 0 to {@code capacity}
   */
  record Places(
      int capacity,
      int numHeld,
      SortedMap<String, Integer> taken,
      Map<String, Map<String, Integer>> holds,
      int notForSale)
      implements Stand {
    /** Places that are neither free nor held, whatever the word. */
    int numBooked() {
      return taken.values().stream().mapToInt(Integer::intValue).sum();
    }

    int numFree() {
      return capacity - numBooked() - numHeld;
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
          .orElse(numHeld > 0 ? Status.HELD : Status.FREE);
    }
  }
}

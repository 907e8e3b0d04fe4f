package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.journal.JournalEntry;

/**
 * Whether what was free was there to be had (I6). A republished layout may have less than is gone:
 * nothing of that is taken back, but nothing more is given.
 */
final class Stock {
  private Stock() {}

  /**
   * To be asked of each change.
   *
   * @param after how the event stands after it
   * @param layout that the event sold by when its row was locked
   */
  static void check(JournalEntry entry, Standing after, SeatingPlan layout) {
    if (!entry.previous().equals("free")) {
      return;
    }
    boolean isThere =
        switch (layout.find(entry.object()).orElse(null)) {
          case Bookable.Places area -> after.occupied(area.label()) <= area.capacity();
          case Bookable.NamedSeat _ -> true;
          case null -> false;
        };
    assertTrue(isThere, () -> "I6: the layout has no more of it: " + entry);
  }
}

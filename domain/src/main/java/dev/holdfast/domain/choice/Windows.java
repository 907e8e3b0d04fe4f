package dev.holdfast.domain.choice;

import java.util.OptionalInt;

/**
 * The windows of one wish: as many candidates side by side as it wants, with as many accessible
 * ones among them (seats.io dialect, section 17, steps 2 to 4).
 *
 * <p>Slides over each row once, the closest row first, and over no row that cannot have anything
 * closer than what was found.
 */
final class Windows {
  private final Rows rows;
  private final Candidates candidates;
  private final Wish wish;

  /** The closest that leaves no orphan; where orphans do not matter, the closest. */
  private final Best good = new Best();

  /** The closest that leaves one. */
  private final Best fair = new Best();

  Windows(Rows rows, Candidates candidates, Wish wish) {
    this.rows = rows;
    this.candidates = candidates;
    this.wish = wish;
  }

  /** Number of the first seat of the window to choose. */
  OptionalInt best() {
    for (int n = 0; n < rows.count(); n++) {
      int row = rows.nthByNearness(n);
      if (good.isBefore(rows.nearest(row) * wish.number(), rows.start(row))) {
        break;
      }
      if (rows.end(row) - rows.start(row) >= wish.number()) {
        findRuns(row);
      }
    }
    return good.isFound() ? good.start() : fair.start();
  }

  private void findRuns(int row) {
    int start = rows.start(row);
    for (int seat = start; seat < rows.end(row); seat++) {
      if (!candidates.has(seat)) {
        slide(start, seat);
        start = seat + 1;
      }
    }
    slide(start, rows.end(row));
  }

  /** Slides over an unbroken run of candidates that could not be longer. */
  private void slide(int start, int end) {
    Spots seats = candidates.spots();
    long sum = 0;
    int accessible = 0;
    for (int seat = start; seat < end; seat++) {
      sum += seats.distance(seat);
      accessible += seats.isAccessible(seat) ? 1 : 0;
      int first = seat - wish.number() + 1;
      if (first < start) {
        continue;
      }
      if (accessible == wish.accessible()) {
        boolean orphan = wish.preventOrphans() && (first - start == 1 || end - seat - 1 == 1);
        (orphan ? fair : good).offer(sum, first);
      }
      sum -= seats.distance(first);
      accessible -= seats.isAccessible(first) ? 1 : 0;
    }
  }

  /** The closest window so far; of those as far as each other the first in order. */
  private static final class Best {
    private long sum = Long.MAX_VALUE;
    private int start = -1;

    boolean isFound() {
      return start >= 0;
    }

    OptionalInt start() {
      return isFound() ? OptionalInt.of(start) : OptionalInt.empty();
    }

    /** Whether it comes before every window of this sum or more that starts there or later. */
    boolean isBefore(long otherSum, int otherStart) {
      return isFound() && (sum < otherSum || (sum == otherSum && start < otherStart));
    }

    void offer(long otherSum, int otherStart) {
      if (!isBefore(otherSum, otherStart)) {
        sum = otherSum;
        start = otherStart;
      }
    }
  }
}

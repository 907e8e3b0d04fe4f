package dev.holdfast.domain.choice;

import dev.holdfast.domain.chart.Spot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Where each row begins among seats that are numbered row by row. Immutable. */
final class Rows {
  /** One more than there are rows: the last is where the last row ends. */
  private final int[] starts;

  private final long[] nearest;
  private final int[] byNearness;

  /**
   * @param rows none of them empty
   * @param seats the seats of these rows, in this order
   */
  Rows(List<List<Spot>> rows, Spots seats) {
    starts = new int[rows.size() + 1];
    nearest = new long[rows.size()];
    for (int row = 0; row < nearest.length; row++) {
      starts[row + 1] = starts[row] + rows.get(row).size();
      nearest[row] =
          IntStream.range(starts[row], starts[row + 1])
              .mapToLong(seats::distance)
              .min()
              .orElseThrow();
    }
    byNearness =
        IntStream.range(0, nearest.length)
            .boxed()
            .sorted(Comparator.comparingLong(row -> nearest[row]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  int count() {
    return nearest.length;
  }

  /** The row with the closest seat is 0th; of those as far as each other the first comes first. */
  int nthByNearness(int n) {
    return byNearness[n];
  }

  /** Number of its first seat. */
  int start(int row) {
    return starts[row];
  }

  /** One more than the number of its last seat. */
  int end(int row) {
    return starts[row + 1];
  }

  /** The distance of its closest seat. */
  long nearest(int row) {
    return nearest[row];
  }
}

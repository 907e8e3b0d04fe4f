package dev.holdfast.domain.choice;

import dev.holdfast.domain.chart.Spot;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Spots by number, with what is asked about each of them again and again in a column of its own.
 * Immutable. Some 30 bytes a spot.
 */
final class Spots {
  private final Spot[] spots;
  private final long[] distances;
  private final int[] lots;
  private final boolean[] accessible;
  private final int[] byNearness;

  /**
   * @param inOrder as they are numbered
   */
  Spots(List<Spot> inOrder, ToIntFunction<Spot> lotOf) {
    spots = inOrder.toArray(Spot[]::new);
    distances = new long[spots.length];
    lots = new int[spots.length];
    accessible = new boolean[spots.length];
    for (int i = 0; i < spots.length; i++) {
      distances[i] = Distance.of(spots[i].standing().distance());
      lots[i] = lotOf.applyAsInt(spots[i]);
      accessible[i] = spots[i].traits().contains(Spot.Trait.ACCESSIBLE);
    }
    // A stable sort: of those as far as each other the first stays first.
    byNearness =
        IntStream.range(0, spots.length)
            .boxed()
            .sorted(Comparator.comparingLong(i -> distances[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  int count() {
    return spots.length;
  }

  Spot at(int spot) {
    return spots[spot];
  }

  /** See {@link Distance}. */
  long distance(int spot) {
    return distances[spot];
  }

  int lot(int spot) {
    return lots[spot];
  }

  boolean isAccessible(int spot) {
    return accessible[spot];
  }

  /** The closest is 0th; of those as far as each other the first in order comes first. */
  int nthByNearness(int n) {
    return byNearness[n];
  }

  /** The labels of these spots, in order. */
  List<String> labels(IntStream numbers) {
    return numbers.sorted().mapToObj(i -> spots[i].label()).toList();
  }
}

package dev.holdfast.domain.choice;

import java.util.BitSet;

/** Those of some spots that a wish agrees with and that are open. Asks about each at most once. */
final class Candidates {
  private final Spots spots;
  private final boolean[] matching;
  private final Availability availability;
  private final BitSet known;
  private final BitSet open;

  /**
   * @param matching the lots that the wish agrees with
   */
  Candidates(Spots spots, boolean[] matching, Availability availability) {
    this.spots = spots;
    this.matching = matching;
    this.availability = availability;
    known = new BitSet(spots.count());
    open = new BitSet(spots.count());
  }

  Spots spots() {
    return spots;
  }

  boolean has(int spot) {
    if (!known.get(spot)) {
      known.set(spot);
      open.set(spot, matching[spots.lot(spot)] && availability.isOpen(spots.at(spot)));
    }
    return open.get(spot);
  }

  /** Whether there are so many; looks no further when there are. */
  boolean haveAtLeast(int number) {
    int count = 0;
    for (int spot = 0; spot < spots.count() && count < number; spot++) {
      count += has(spot) ? 1 : 0;
    }
    return count == number;
  }
}

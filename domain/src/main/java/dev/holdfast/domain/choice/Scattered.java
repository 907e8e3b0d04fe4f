package dev.holdfast.domain.choice;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The closest candidates of one wish, wherever each stands, with as many accessible ones among them
 * as it wants: in one part of the house where any part has enough, else all over the house
 * (seats.io dialect, section 17, step 5).
 *
 * <p>Looks at every candidate, twice, where there are enough of them.
 */
final class Scattered {
  private static final int THE_HOUSE = -1;

  private final Lots lots;
  private final Candidates candidates;
  private final Wish wish;

  Scattered(Lots lots, Candidates candidates, Wish wish) {
    this.lots = lots;
    this.candidates = candidates;
    this.wish = wish;
  }

  /** Numbers of the spots to choose; empty when there are too few of them. */
  IntStream best() {
    // Most of those who come too late are told so by this, without a look at who is where.
    if (!candidates.haveAtLeast(wish.number())) {
      return IntStream.empty();
    }
    int part = closestPart();
    Party party = new Party(wish);
    int[] chosen = new int[wish.number()];
    int count = 0;
    for (int n = 0; n < candidates.spots().count() && !party.isComplete(); n++) {
      int spot = candidates.spots().nthByNearness(n);
      if ((part == THE_HOUSE || part == part(spot)) && candidates.has(spot) && take(party, spot)) {
        chosen[count++] = spot;
      }
    }
    return party.isComplete() ? IntStream.of(chosen) : IntStream.empty();
  }

  /**
   * The part of the house that has enough, the closest; of parts as close as each other that of
   * which a seat was drawn first. The house when none has.
   */
  private int closestPart() {
    Party[] parties = new Party[lots.parts()];
    Arrays.setAll(parties, _ -> new Party(wish));
    for (int n = 0; n < candidates.spots().count(); n++) {
      int spot = candidates.spots().nthByNearness(n);
      if (candidates.has(spot)) {
        take(parties[part(spot)], spot);
      }
    }
    int closest = THE_HOUSE;
    for (int part = 0; part < parties.length; part++) {
      if (parties[part].isComplete()
          && (closest == THE_HOUSE || parties[part].distance < parties[closest].distance)) {
        closest = part;
      }
    }
    return closest;
  }

  private int part(int spot) {
    return lots.part(candidates.spots().lot(spot));
  }

  private boolean take(Party party, int spot) {
    return party.take(candidates.spots().isAccessible(spot), candidates.spots().distance(spot));
  }

  /** Seats that are still wanted, and how far the others are. */
  private static final class Party {
    private int accessible;
    private int others;
    private long distance;

    Party(Wish wish) {
      accessible = wish.accessible();
      others = wish.number() - wish.accessible();
    }

    boolean isComplete() {
      return accessible == 0 && others == 0;
    }

    boolean take(boolean isAccessible, long itsDistance) {
      if ((isAccessible ? accessible : others) == 0) {
        return false;
      }
      if (isAccessible) {
        accessible--;
      } else {
        others--;
      }
      distance += itsDistance;
      return true;
    }
  }
}

package dev.holdfast.domain.decision;

import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.hold.KeyCap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the clerk of {@link Expectation} thinks of the cap of an API key. */
final class KeyRoom {
  private KeyRoom() {}

  /**
   * Whether there is room for a hold.
   *
   * @param slips those that have lapsed are no more among them
   * @param mine the slip of the same token that a wish is met by or joins, if there is one
   */
  static boolean of(List<Slip> slips, Hold hold, Function<Wanted, Optional<Slip>> mine) {
    return hold.cap().map(cap -> of(slips, hold, cap, mine)).orElse(true);
  }

  private static boolean of(
      List<Slip> slips, Hold hold, KeyCap cap, Function<Wanted, Optional<Slip>> mine) {
    long through =
        slips.stream()
            .filter(slip -> slip.isHeld() && slip.key() == cap.key())
            .mapToLong(Slip::places)
            .sum();
    long more = 0;
    for (Wanted each : hold.wanted()) {
      Optional<Slip> joined = mine.apply(each);
      more +=
          switch (each) {
            case WantedSeat _ -> joined.isPresent() ? 0 : 1;
            case WantedPlaces area ->
                area.quantity()
                    + joined.filter(slip -> slip.key() != cap.key()).map(Slip::places).orElse(0);
          };
    }
    return more == 0 || through + more <= cap.most();
  }
}

package dev.holdfast.domain.chart;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SpotTest {
  private static Spot seat(String label, String row, @Nullable String left) {
    return new Spot(
        label,
        Spot.Kind.SEAT,
        new Spot.Naming("x", null, row, null, Spot.ParentKind.ROW, null, null),
        new Spot.Standing(0, 0, null, null, null, null, left, null),
        null,
        Set.of(),
        Spot.Size.ONE);
  }

  @Test
  void a_seat_follows_its_left_neighbour_of_the_same_row() {
    Spot first = seat("A-1", "A", null);
    assertTrue(seat("A-2", "A", "A-1").follows(first));
    assertFalse(seat("A-3", "A", "A-2").follows(first));
    assertFalse(seat("A-1", "A", null).follows(first));
    assertFalse(seat("B-2", "B", "A-1").follows(first));
  }
}

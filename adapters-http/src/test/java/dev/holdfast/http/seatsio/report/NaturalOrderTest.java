package dev.holdfast.http.seatsio.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NaturalOrderTest {
  private static final List<String> ORDERED =
      List.of(
          "",
          "-",
          "007",
          "7",
          "8",
          "10",
          "99999999999999999998",
          "99999999999999999999",
          "100000000000000000000",
          "A",
          "A-0",
          "A-1",
          "A-1-3",
          "A-1-20",
          "A-2",
          "A-02b",
          "A-2b",
          "A-10",
          "AA-1",
          "B",
          "a",
          "é-2",
          "é-10");

  @Test
  void digits_that_stand_together_are_a_number() {
    List<String> shuffled = new ArrayList<>(ORDERED);
    Collections.shuffle(shuffled, new Random(3));
    shuffled.sort(NaturalOrder.BY_LABEL);
    assertEquals(ORDERED, shuffled);
  }

  @Test
  void every_pair_is_compared_alike_from_both_sides_and_only_the_same_are_equal() {
    for (int i = 0; i < ORDERED.size(); i++) {
      for (int j = 0; j < ORDERED.size(); j++) {
        int compared = NaturalOrder.BY_LABEL.compare(ORDERED.get(i), ORDERED.get(j));
        assertEquals(Integer.signum(i - j), Integer.signum(compared));
      }
    }
  }
}

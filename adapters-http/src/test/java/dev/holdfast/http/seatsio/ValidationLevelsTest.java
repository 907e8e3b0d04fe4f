package dev.holdfast.http.seatsio;

import static dev.holdfast.http.seatsio.drawing.Flaw.VALIDATE_DUPLICATE_LABELS;
import static dev.holdfast.http.seatsio.drawing.Flaw.VALIDATE_EMPTY_FLOOR;
import static dev.holdfast.http.seatsio.drawing.Flaw.VALIDATE_FOCAL_POINT;
import static dev.holdfast.http.seatsio.drawing.Flaw.VALIDATE_UNLABELED_OBJECTS;

import dev.holdfast.http.seatsio.ValidationLevels.Level;
import dev.holdfast.http.seatsio.drawing.Flaw;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ValidationLevelsTest {
  private static void assertTold(String expected, ValidationLevels levels, Set<Flaw> flaws) {
    Asked.assertWritten(expected, json -> levels.write(json, () -> flaws));
  }

  @Test
  void flaws_are_told_by_how_they_are_taken() {
    ValidationLevels levels =
        new ValidationLevels(
            Map.of(
                VALIDATE_FOCAL_POINT, Level.WARNING,
                VALIDATE_DUPLICATE_LABELS, Level.WARNING,
                VALIDATE_UNLABELED_OBJECTS, Level.ERROR));
    assertTold(
        "{'errors':['VALIDATE_UNLABELED_OBJECTS'],"
            + "'warnings':['VALIDATE_DUPLICATE_LABELS','VALIDATE_FOCAL_POINT']}",
        levels,
        Set.of(
            VALIDATE_FOCAL_POINT,
            VALIDATE_DUPLICATE_LABELS,
            VALIDATE_UNLABELED_OBJECTS,
            VALIDATE_EMPTY_FLOOR));
    assertTold(
        "{'errors':[],'warnings':['VALIDATE_FOCAL_POINT']}", levels, Set.of(VALIDATE_FOCAL_POINT));
  }

  @Test
  void where_nothing_is_taken_nobody_looks() {
    Asked.assertWritten(
        "{'errors':[],'warnings':[]}",
        json ->
            ValidationLevels.OFF.write(
                json,
                () -> {
                  throw new AssertionError("looked");
                }));
  }
}

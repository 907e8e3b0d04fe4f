package dev.holdfast.app.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two steps: 100 buyers a second were well served, 141 were not. */
final class SheetTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  private final Options options = Rehearsed.options(6_000, 100, 400);
  private final Scoreboard board = new Scoreboard(Schedule.of(options));

  private StepResult step(int number, long holdNanos) {
    for (int n = 0; n < 100; n++) {
      long due = number * SECOND + n * 9L * MILLI;
      board.came(due, due);
      board.due(due);
      board.answered(Act.HOLD, due, due + holdNanos);
      board.count(Mark.ANSWERED, due, 1);
      board.count(n % 4 == 0 ? Mark.CONFLICT : Mark.HELD, due, 1);
      board.count(Mark.SEATS_HELD, due, n % 4 == 0 ? 0 : 2);
      board.count(Mark.SEATS_BOOKED, due, 1);
    }
    return board.result(number, 0.2);
  }

  private Sheet sheet(List<StepResult> steps, List<String> violations) {
    return new Sheet(
        options,
        "rehearsal-1",
        steps,
        Knee.of(steps, options.bound()),
        board.all(),
        3_000,
        2_800,
        violations,
        List.of("a note"));
  }

  private Sheet sheet(List<String> violations) {
    return sheet(List.of(step(0, 4 * MILLI), step(1, 1_500 * MILLI)), violations);
  }

  private static void assertSays(Sheet sheet, String what) {
    assertTrue(sheet.text().contains(what), sheet::text);
  }

  @Test
  void the_knee_and_the_last_good_rate_are_named() {
    Sheet sheet = sheet(List.of());

    assertSays(sheet, "Knee: at 141 buyers/s (step 2)");
    assertSays(sheet, Sign.SLOW.meaning());
    assertSays(
        sheet,
        "Good until: 100 buyers/s; then 150 seats/s held, 100 seats/s booked, 25 % conflicts");
  }

  @Test
  void what_to_expect_is_reckoned_from_the_good_rate() {
    Sheet sheet = sheet(List.of());

    assertSays(sheet, "To expect of an on-sale of 6000 buyers");
    assertSays(sheet, "they need 60.0 s");
    assertSays(sheet, "all within one minute (100 a second): as fast as that was good");
    assertSays(sheet, "3000 places are sold to the first 3000 buyers, after 30.0 s at that rate");
  }

  @Test
  void where_no_rate_was_good_nothing_is_expected() {
    Sheet sheet = sheet(List.of(step(0, 1_500 * MILLI)), List.of());

    assertSays(sheet, "Knee: at 100 buyers/s (step 1)");
    assertSays(sheet, "Nothing to expect from: no rate was seen to be good");
  }

  @Test
  void what_is_not_sound_is_told_and_not_called_sound() {
    List<String> many = new ArrayList<>();
    for (int n = 0; n < 30; n++) {
      many.add("finding-" + n);
    }
    String text = sheet(many).text();

    assertTrue(text.contains("NOT SOUND: 30 findings"), text);
    assertTrue(text.contains("finding-19") && !text.contains("finding-20"), text);
    assertFalse(text.contains("Nothing was sold twice"), text);
    assertSays(sheet(List.of()), "Nothing was sold twice");
  }

  @Test
  void programs_read_the_same_figures() {
    JsonNode json = Json.parse(sheet(List.of("finding")).json().toString());

    assertEquals(100, json.path("good").path("buyersPerSecond").asDouble());
    assertEquals(141.4, json.path("kneeBuyersPerSecond").asDouble(), 0.1);
    assertEquals(List.of("SLOW"), Json.texts(json.path("signs")));
    assertEquals(200, json.path("all").path("counts").path("came").asInt());
    assertEquals(2, json.path("steps").size());
    assertEquals(4_000, json.at("/good/micros/hold/p99").asInt(), 40);
    assertEquals(0.25, json.path("good").path("conflictRate").asDouble());
    assertEquals(Json.array("finding"), json.path("violations"));
  }
}

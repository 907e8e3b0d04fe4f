package dev.holdfast.app.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OptionsReaderTest {
  private static final List<String> NEEDED =
      List.of("--event", "evt_1", "--url", "http://localhost:3000", "--buyers", "100");

  private static Options read(String... more) {
    List<String> arguments = new ArrayList<>(NEEDED);
    arguments.addAll(List.of(more));
    return OptionsReader.read(arguments, Map.of("HOLDFAST_KEY", "sk_test_environment"), 42);
  }

  @Test
  void what_is_not_told_has_its_default() {
    Options options = read();

    assertEquals("sk_test_environment", options.key());
    assertEquals(List.of(1.0, 1000.0), List.of(options.from(), options.to()));
    assertEquals(Duration.ofSeconds(10), options.step());
    assertEquals(new Span(Duration.ofSeconds(2), Duration.ofSeconds(10)), options.think());
    assertEquals(
        List.of(1, 4, 30), List.of(options.leastSeats(), options.mostSeats(), options.abandon()));
    assertEquals(42, options.seed());
  }

  @Test
  void what_is_told_counts() {
    Options options =
        read(
            "--key",
            "sk_test_told",
            "--rate",
            "2.5:80",
            "--think",
            "500ms..1m",
            "--seats",
            "2",
            "--seed",
            "7",
            "--clean");

    assertEquals("sk_test_told", options.key());
    assertEquals(List.of(2.5, 80.0), List.of(options.from(), options.to()));
    assertEquals(new Span(Duration.ofMillis(500), Duration.ofMinutes(1)), options.think());
    assertEquals(List.of(2, 2), List.of(options.leastSeats(), options.mostSeats()));
    assertEquals(7, options.seed());
    assertTrue(options.clean() && !options.live());
  }

  @Test
  void what_cannot_be_meant_is_refused_and_its_option_named() {
    List<List<String>> wrong =
        List.of(
            List.of("--buyers", "0"),
            List.of("--buyers", "1.5"),
            List.of("--rate", "80:20"),
            List.of("--rate", "fast"),
            List.of("--step", "10"),
            List.of("--step", "1ms"),
            List.of("--think", "10s..2s"),
            List.of("--seats", "4-1"),
            List.of("--seats", "21"),
            List.of("--abandon", "101"),
            List.of("--url", "localhost:3000"),
            List.of("--unknown", "1"),
            List.of("--json", "--clean"),
            List.of("--seed"));
    for (List<String> each : wrong) {
      Refusal refusal =
          assertThrows(Refusal.class, () -> read(each.toArray(String[]::new)), each::toString);
      assertTrue(refusal.line().contains(each.getFirst()), refusal::line);
    }
  }

  @Test
  void without_a_key_it_is_told_that_one_is_missing() {
    Refusal refusal = assertThrows(Refusal.class, () -> OptionsReader.read(NEEDED, Map.of(), 1));

    assertTrue(refusal.line().startsWith("--key is missing"), refusal::line);
  }
}

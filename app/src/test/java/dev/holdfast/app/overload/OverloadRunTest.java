package dev.holdfast.app.overload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OverloadRunTest {
  private static final int CROWD = 1_000;

  /** How much of it is served is measured, and is no matter of a test. */
  @Test
  void I10_of_more_than_can_be_done_each_is_served_or_told_when_to_come_back(@TempDir Path data) {
    List<String> told = new ArrayList<>();
    Tally all = Overload.play(data, CROWD, Duration.ofMillis(300), told::add);
    assertEquals(0, all.other(), () -> String.join("\n", told));
    assertTrue(all.served() > 0);
  }
}

package dev.holdfast.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
  private static final int LIMIT = 20_000;

  @TempDir Path temporary;

  @Test
  void the_files_stay_within_their_bounds_over_several_runs() throws Exception {
    Path file = temporary.resolve("postgres.log");
    for (int run = 0; run < 5; run++) {
      new ServerLog(file, LIMIT).drain(lines(1_000));
    }
    Path older = temporary.resolve("postgres.log.1");
    assertTrue(Files.size(file) <= LIMIT && Files.size(older) <= LIMIT);
    assertTrue(Files.size(file) + Files.size(older) > LIMIT / 2);
    try (var entries = Files.list(temporary)) {
      assertEquals(2, entries.count());
    }
  }

  @Test
  void the_last_words_are_remembered_even_if_no_file_can_be_written() {
    ServerLog log = new ServerLog(temporary.resolve("missing/postgres.log"), LIMIT);
    log.drain(lines(1_000));
    assertTrue(log.tail().endsWith("line 999\n"));
    assertEquals(4096, log.tail().length());
  }

  private static ByteArrayInputStream lines(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("line ").append(i).append('\n');
    }
    return new ByteArrayInputStream(text.toString().getBytes(UTF_8));
  }
}

package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static dev.holdfast.http.LocalServer.quietly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.domain.port.JournalPort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The changes of an event and the history of an object: bounded in bytes and in number. */
final class JournalPartsTest {
  private static final String HOLD = "/api/v1/events/{event}/seats/hold";
  private static final String RELEASE = "/api/v1/events/{event}/seats/release";
  private static final String LARGE =
      "{\"objectLabel\":\"A-7\",\"holdToken\":\"my-own-token\",\"extraData\":{\"x\":\"%s\"}}"
          .formatted("x".repeat(16_000));
  private static final String CHANGES = "/api/v1/events/{event}/changes";
  private static final String HISTORY = "/api/v1/events/{event}/seats/A-7/history";
  private static final String STATUS = "/api/v1/events/{event}/status";
  private static final int ROUNDS = 50;
  private static final int ONE_PART = 700 * 1024;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Stall reading = new Stall();

  @AfterEach
  void stop() {
    reading.lift();
    threads.close();
  }

  @Test
  void large_changes_come_in_short_parts_that_meet() throws IOException {
    reading.lift();
    try (LocalServer server = server()) {
      for (int round = 0; round < ROUNDS; round++) {
        assertStatus(200, server.post(HOLD, LARGE));
        assertStatus(200, server.post(RELEASE, "{\"objectLabels\":[\"A-7\"]}"));
      }
      for (String path : List.of(CHANGES, HISTORY)) {
        List<Long> all = new ArrayList<>();
        int parts = 0;
        boolean more = true;
        while (more) {
          long after = all.isEmpty() ? 0 : all.getLast();
          String answer = server.get(path + "?limit=1000&after=" + after);
          assertStatus(200, answer);
          assertTrue(answer.length() < ONE_PART, answer.length() + " characters");
          JsonNode part = json(answer);
          part.path("items").forEach(each -> all.add(each.path("seq").asLong()));
          assertEquals(all.getLast(), part.path("lastSeq").asLong());
          more = part.path("more").asBoolean();
          parts++;
        }
        assertEquals(LongStream.rangeClosed(1, 2 * ROUNDS).boxed().toList(), all);
        assertTrue(parts > 1, "all in one part");
      }
    }
  }

  private static JsonNode json(String answer) throws IOException {
    return new ObjectMapper()
        .readTree(answer.substring(answer.indexOf("\r\n\r\n"), answer.lastIndexOf('}') + 1));
  }

  @Test
  void only_so_many_parts_are_read_at_once_and_pictures_do_not_wait_for_them() throws Exception {
    try (LocalServer server = server()) {
      assertStatus(200, server.post(HOLD, LARGE));
      CompletableFuture<String> first =
          CompletableFuture.supplyAsync(() -> quietly(() -> server.get(CHANGES)), threads);
      reading.awaitReached();

      for (String path : List.of(CHANGES + "?limit=7", HISTORY)) {
        String refused = server.get(path);
        assertStatus(503, refused);
        assertTrue(refused.contains("Retry-After: 1"), refused);
      }
      assertStatus(200, server.get(STATUS));

      reading.lift();
      assertStatus(200, first.get(20, TimeUnit.SECONDS));
      assertStatus(200, server.get(HISTORY));
    }
  }

  /** Where the first entries of a journal are long to be had. */
  private LocalServer server() {
    return new LocalServer(
        Impatience.bounds(1),
        () -> {},
        engine ->
            EngineWith.historiesOf(
                engine, reading.before(JournalPort.class, engine.journal(), "journal")));
  }
}

package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static dev.holdfast.http.LocalServer.quietly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.Reservations;
import dev.holdfast.http.LocalServer.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pictures and layouts: shared, bounded in number and in bytes, and never older than the question.
 */
final class LargeAnswersTest {
  private static final String STATUS = "/api/v1/events/{event}/status";
  private static final String REPORTS = "/api/v1/events/{event}/reports";
  private static final String LAYOUT = "/api/v1/events/{event}/chart";
  private static final String DRAFT = "/api/v1/charts/{chart}/draft";
  private static final int CROWD = 50;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Stall firstAnswer = new Stall();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  @AfterEach
  void stop() {
    firstAnswer.lift();
    threads.close();
  }

  @Test
  void one_picture_of_an_event_is_read_at_a_time_however_many_ask() throws Exception {
    try (LocalServer server = server(Impatience.bounds(3))) {
      CompletableFuture<String> first = asking(() -> server.get(STATUS));
      firstAnswer.awaitReached();
      List<Caller> crowd = new ArrayList<>();
      for (int i = 0; i < CROWD; i++) {
        crowd.add(server.call(server.head("GET", STATUS, "Connection: close")));
      }
      // Enough for one of them to begin a read, if any could.
      assertStatus(200, server.get("/api/v1/events/{event}"));
      firstAnswer.lift();

      assertStatus(200, first.get(20, TimeUnit.SECONDS));
      for (Caller each : crowd) {
        try (each) {
          assertStatus(200, each.answer());
        }
      }
      assertEquals(1, mostAtOnce.get());
    }
  }

  @Test
  void whoever_has_held_a_seat_sees_it_although_an_older_picture_is_on_its_way() throws Exception {
    try (LocalServer server = server(Impatience.bounds(3))) {
      CompletableFuture<String> older = asking(() -> server.get(STATUS));
      firstAnswer.awaitReached();
      assertStatus(
          200,
          server.post(
              "/api/v1/events/{event}/seats/hold",
              "{\"objectLabel\":\"A-7\",\"holdToken\":\"my-own-token\"}"));
      try (Caller own = server.call(server.head("GET", STATUS, "Connection: close"))) {
        // Enough for him to join the older one, if he could.
        assertStatus(200, server.get("/api/v1/events/{event}"));
        firstAnswer.lift();

        assertFalse(older.get(20, TimeUnit.SECONDS).contains("A-7"));
        assertTrue(own.answer().contains("\"my-own-token\""));
      }
    }
  }

  @Test
  void tokens_that_a_server_reads_are_not_shared_with_browsers() throws Exception {
    firstAnswer.lift();
    try (LocalServer server = server(Impatience.bounds(3))) {
      server.post(
          "/api/v1/events/{event}/seats/hold",
          "{\"objectLabel\":\"A-7\",\"holdToken\":\"my-own-token\"}");
      for (int i = 0; i < 50; i++) {
        CompletableFuture<String> whole = asking(() -> server.get(STATUS));
        String seen = server.whole(server.publicHead("GET", STATUS, "Connection: close"));
        assertTrue(seen.contains("A-7"), seen);
        assertFalse(seen.contains("my-own-token"), seen);
        assertTrue(whole.get(20, TimeUnit.SECONDS).contains("my-own-token"));
      }
    }
  }

  @Test
  void only_so_many_large_answers_are_read_at_once_and_the_next_is_told_to_come_again()
      throws Exception {
    try (LocalServer server = server(Impatience.bounds(1))) {
      CompletableFuture<String> first = asking(() -> server.get(STATUS));
      firstAnswer.awaitReached();

      for (String path : List.of(REPORTS, LAYOUT)) {
        String refused = server.get(path);
        assertStatus(503, refused);
        assertTrue(refused.contains("Retry-After: 1"), refused);
        assertTrue(refused.contains("{\"statusCode\":503,"), refused);
      }

      firstAnswer.lift();
      assertStatus(200, first.get(20, TimeUnit.SECONDS));
      assertStatus(200, server.get(REPORTS));
      assertStatus(200, server.get(LAYOUT));
    }
  }

  @Test
  void a_reader_who_does_not_read_is_cut_off_and_makes_room() throws Exception {
    firstAnswer.lift();
    try (LocalServer server = server(Impatience.bounds(3, 1, Duration.ofSeconds(2)))) {
      assertStatus(200, server.patchLayout(90));
      try (Caller lazy = server.call(server.head("GET", DRAFT))) {
        String refused = awaitStatus(503, server);
        assertTrue(refused.contains("Retry-After: 1"), refused);

        awaitStatus(200, server);
        assertFalse(lazy.answer().endsWith("}}"), "the whole of what it was too slow for");
      }
    }
  }

  private static String awaitStatus(int status, LocalServer server) throws IOException {
    String answer = server.get(DRAFT);
    for (int i = 0; i < 100 && !answer.startsWith("HTTP/1.1 " + status); i++) {
      answer = server.get(DRAFT);
    }
    assertStatus(status, answer);
    return answer;
  }

  @Test
  void a_layout_that_was_published_anew_is_the_one_that_is_read() throws IOException {
    firstAnswer.lift();
    try (LocalServer server = server(Impatience.bounds(3))) {
      assertEquals(body(server.get(LAYOUT)), body(server.get(LAYOUT)));
      assertFalse(server.get(LAYOUT).contains("R1-1\""));

      assertStatus(200, server.patchLayout(1));
      assertFalse(server.get(LAYOUT).contains("R1-1\""));
      assertStatus(200, server.post("/api/v1/charts/{chart}/publish", ""));
      assertTrue(server.get(LAYOUT).contains("R1-1\""));
    }
  }

  @Test
  void a_picture_without_a_lapsed_hold_has_another_tag_before_there_is_an_entry_of_it()
      throws IOException {
    firstAnswer.lift();
    try (LocalServer server = server(Impatience.bounds(3))) {
      String hold = "{\"objectLabel\":\"A-7\",\"holdToken\":\"my-own-token\",\"ttlSeconds\":1}";
      assertStatus(200, server.post("/api/v1/events/{event}/seats/hold", hold));
      String held = server.get(STATUS);
      String lapsed = held;
      // Nobody sweeps here: there is never an entry of the end.
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (lapsed.contains("A-7")) {
        assertTrue(System.nanoTime() < end, lapsed);
        lapsed = server.get(STATUS);
      }
      assertTrue(lapsed.contains("\"seq\":1,"), lapsed);
      assertNotEquals(tag(held), tag(lapsed));
    }
  }

  private static String tag(String answer) {
    return answer.lines().filter(line -> line.startsWith("ETag:")).findFirst().orElseThrow();
  }

  @Test
  void whoever_takes_gzip_is_sent_the_same_in_it() throws IOException {
    firstAnswer.lift();
    try (LocalServer server = server(Impatience.bounds(3));
        Caller caller =
            server.call(server.head("GET", LAYOUT, "Connection: close", "Accept-Encoding: gzip"))) {
      byte[] answer = caller.socket().getInputStream().readAllBytes();
      String text = new String(answer, StandardCharsets.ISO_8859_1);
      int start = text.indexOf("\r\n\r\n") + 4;
      assertTrue(text.contains("Content-Encoding: gzip\r\n"), text.substring(0, start));
      assertTrue(
          text.contains("Content-Length: " + (answer.length - start) + "\r\n"),
          text.substring(0, start));
      try (GZIPInputStream in =
          new GZIPInputStream(new ByteArrayInputStream(answer, start, answer.length - start))) {
        String plain = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(server.get(LAYOUT).contains(plain.substring(0, 10_000)));
        assertTrue(plain.endsWith("}}"), plain);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | gzip",
        "true  | deflate, gzip;q=1.0, *;q=0.5",
        "true  | GZIP",
        "true  | br,gzip ; q=0.1",
        "false | ''",
        "false | gzip;q=0",
        "false | gzip;q=0.000, br",
        "false | identity",
        "false | xgzip",
      })
  void gzip_is_sent_to_those_who_take_it(boolean takes, String header) {
    assertEquals(takes, Dispatcher.takesGzip(header));
  }

  @Test
  void who_says_nothing_of_codings_is_sent_none() {
    assertFalse(Dispatcher.takesGzip(null));
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n"));
  }

  private CompletableFuture<String> asking(LocalServer.Asking asking) {
    return CompletableFuture.supplyAsync(() -> quietly(asking), threads);
  }

  /** Where the first picture is long on its way once it was read. */
  private LocalServer server(HttpSettings.Bounds bounds) {
    return new LocalServer(
        bounds,
        () -> {},
        engine ->
            EngineWith.reservations(
                engine,
                Interposed.on(
                    Reservations.class, engine.reservations(), "picture", this::picture)));
  }

  private Object picture(Callable<Object> engine) throws Exception {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try {
      Object picture = engine.call();
      if (reads.incrementAndGet() == 1) {
        firstAnswer.stop();
      }
      return picture;
    } finally {
      atOnce.decrementAndGet();
    }
  }
}

package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.http.LocalServer.Caller;
import dev.holdfast.http.memory.BodyBounds;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies are bounded in bytes, in time, and together; and none waits for another's sender. */
final class BodiesTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final String CHARTS = "/api/v1/charts";
  private static final String EVENTS = "/api/v1/events";
  private static final String JSON = "Content-Type: application/json";
  private static final int LARGE = 20_000;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch reading = new CountDownLatch(1);
  private final CountDownLatch mayRead = new CountDownLatch(1);

  @AfterEach
  void stop() {
    mayRead.countDown();
    threads.close();
  }

  @Test
  void an_upload_that_drags_on_keeps_no_other_from_its_turn() throws IOException {
    try (LocalServer server = server(LONG, LONG, 4 * LARGE);
        Caller slow = upload(server, LARGE)) {
      // Again and again: the first may have overtaken the slow one.
      for (int i = 0; i < 20; i++) {
        assertStatus(201, server.post(CHARTS, chart(LARGE)));
      }

      slow.send(chart(LARGE).substring(10));
      assertStatus(201, slow.answer());
    }
  }

  @Test
  void large_bodies_together_are_bounded_and_small_ones_do_not_wait_for_them() throws IOException {
    try (LocalServer server = server(LONG, LONG, LARGE);
        Caller slow = upload(server, LARGE)) {
      String refused = refusedForWantOfRoom(server);
      assertTrue(refused.contains("Retry-After: 1"), refused);
      assertTrue(refused.contains("{\"statusCode\":503,"), refused);
      assertStatus(201, server.post(CHARTS, chart(0)));

      slow.send(chart(LARGE).substring(10));
      assertStatus(201, slow.answer());
      assertStatus(201, server.post(CHARTS, chart(LARGE)));
    }
  }

  @Test
  void a_body_that_does_not_say_its_length_counts_as_the_largest() throws IOException {
    try (LocalServer server = server(LONG, LONG, 4 * LARGE);
        Caller chunked =
            server.call(server.head("POST", CHARTS, JSON, "Transfer-Encoding: chunked"))) {
      chunked.send("4\r\n    \r\n");
      refusedForWantOfRoom(server);
    }
  }

  /** The room is taken when the head has been read, which is soon, not at once. */
  private static String refusedForWantOfRoom(LocalServer server) throws IOException {
    String answer = server.post(CHARTS, chart(LARGE));
    for (int i = 0; i < 100 && !answer.startsWith("HTTP/1.1 503 "); i++) {
      answer = server.post(CHARTS, chart(LARGE));
    }
    assertStatus(503, answer);
    return answer;
  }

  @Test
  void whoever_falls_silent_is_not_waited_for() throws IOException {
    try (LocalServer server = server(SHORT, SHORT, LARGE);
        Caller small = server.call(server.head("POST", EVENTS, JSON, "Content-Length: 20"));
        Caller large = upload(server, LARGE)) {
      assertStatus(408, small.answer());
      assertStatus(408, large.answer());
      assertStatus(201, server.post(CHARTS, chart(0)));
    }
  }

  @Test
  void whoever_drips_is_not_waited_for() throws Exception {
    try (LocalServer server = server(SHORT, LONG, LARGE);
        Caller caller = server.call(server.head("POST", EVENTS, JSON, "Content-Length: 5000"))) {
      CompletableFuture<String> answer =
          CompletableFuture.supplyAsync(() -> LocalServer.quietly(caller::answer), threads);
      drip(caller, answer);
      assertStatus(408, answer.get(20, TimeUnit.SECONDS));
    }
  }

  /** A byte at a time, far more often than any silence is allowed to last. */
  private static void drip(Caller caller, CompletableFuture<String> answer) throws Exception {
    for (int i = 0; i < 2_000 && !answer.isDone(); i++) {
      try {
        caller.send(" ");
      } catch (IOException _) {
        return; // closed: the answer is there
      }
      Thread.sleep(5);
    }
  }

  @Test
  void a_refused_body_is_read_away_for_a_short_while_only() throws IOException {
    try (LocalServer server = server(LONG, LONG, LARGE);
        Caller silent =
            server.call("POST /api/v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n")) {
      assertStatus(401, silent.answer());
    }
  }

  @Test
  void whatever_reads_a_whole_layout_waits_for_its_turn() throws Exception {
    try (LocalServer server = server(LONG, LONG, 4 * LARGE)) {
      CompletableFuture<String> publishing =
          CompletableFuture.supplyAsync(
              () -> LocalServer.quietly(() -> server.post(CHARTS + "/{chart}/publish", "")),
              threads);
      assertTrue(reading.await(10, TimeUnit.SECONDS));

      for (String refused :
          new String[] {
            server.get(CHARTS + "/{chart}/draft"),
            server.post(CHARTS + "/{chart}/publish", ""),
            server.post(CHARTS, chart(0))
          }) {
        assertStatus(503, refused);
        assertTrue(refused.contains("Retry-After: 1"), refused);
      }
      assertStatus(200, server.get(CHARTS + "/{chart}"));

      mayRead.countDown();
      assertStatus(200, publishing.get(10, TimeUnit.SECONDS));
      assertStatus(200, server.get(CHARTS + "/{chart}/draft"));
    }
  }

  private LocalServer server(Duration smallTime, Duration largeTime, int allLarge) {
    HttpSettings.Bounds standard = HttpSettings.Bounds.STANDARD;
    return new LocalServer(
        new HttpSettings.Bounds(
            standard.connections(),
            standard.acceptQueue(),
            standard.headerBytes(),
            standard.idle(),
            1,
            SHORT,
            SHORT,
            new BodyBounds(10_000, 10_000, allLarge, smallTime, largeTime, SHORT, SHORT),
            standard.reads(),
            standard.admission()),
        this::whenRead,
        UnaryOperator.identity());
  }

  private void whenRead() {
    reading.countDown();
    try {
      assertTrue(mayRead.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first ten bytes of a body of so many. */
  private static Caller upload(LocalServer server, int bytes) throws IOException {
    String head =
        server.head("POST", CHARTS, JSON, "Connection: close", "Content-Length: " + bytes);
    return server.call(head + chart(bytes).substring(0, 10));
  }

  /** A body that makes an empty chart, at least so many bytes long. */
  private static String chart(int bytes) {
    String body = "{\"name\":\"xxx\"}";
    return body + " ".repeat(Math.max(0, bytes - body.length()));
  }
}

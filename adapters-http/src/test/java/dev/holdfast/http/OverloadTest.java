package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static dev.holdfast.http.LocalServer.quietly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.Reservations;
import dev.holdfast.http.LocalServer.Caller;
import dev.holdfast.http.load.AdmissionBounds;
import dev.holdfast.http.load.RateLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More than can be answered: who is refused, how, and who is not. */
final class OverloadTest {
  private static final String HOLD = "/api/v1/events/{event}/seats/hold";
  private static final String SEAT =
      "{\"objectLabel\":\"A-1\",\"holdToken\":\"token-of-ann\",\"ttlSeconds\":60}";
  private static final String STATUS = "/api/v1/events/{event}/status";
  private static final String TMT_HOLD = "/hold_seats_seatsio";
  private static final String TMT_SEAT =
      "{\"data\":{\"event_id\":\"evt_1\",\"seats\":[\"A-2\"],\"hold_token\":null}}";

  private static final String GO_ON = "HTTP/1.1 100 Continue\r\n\r\n";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Stall holding = new Stall();

  @AfterEach
  void stop() {
    holding.lift();
    threads.close();
  }

  /** A server that carries out so many changes at a time, and its holds are slow. */
  private LocalServer crowded(int atOnce) {
    AdmissionBounds few =
        new AdmissionBounds(
            atOnce,
            atOnce,
            Duration.ofSeconds(1),
            1,
            Duration.ofSeconds(10),
            Duration.ofSeconds(2));
    return new LocalServer(
        HttpSettings.Bounds.STANDARD.with(few),
        () -> {},
        engine ->
            EngineWith.reservations(
                engine, holding.before(Reservations.class, engine.reservations(), "hold")));
  }

  private CompletableFuture<String> hold(LocalServer server) {
    return CompletableFuture.supplyAsync(() -> quietly(() -> server.post(HOLD, SEAT)), threads);
  }

  private static void assertComeBack(String answer) {
    assertTrue(answer.contains("Retry-After: 1\r\n"), answer);
  }

  @Test
  void I10_one_too_many_is_refused_at_once_in_the_callers_dialect() throws Exception {
    try (LocalServer server = crowded(1)) {
      CompletableFuture<String> first = hold(server);
      holding.awaitReached();

      String second = server.post(HOLD, SEAT);
      assertStatus(503, second);
      assertComeBack(second);
      assertTrue(
          second.endsWith("{\"statusCode\":503,\"message\":\"Service unavailable\"}"), second);
      String third = server.post(TMT_HOLD, TMT_SEAT);
      assertStatus(503, third);
      assertComeBack(third);
      assertTrue(third.contains("\"valido\":false,\"error\":\"UNAVAILABLE\""), third);
      assertFalse(first.isDone());

      holding.lift();
      assertStatus(200, first.get(20, TimeUnit.SECONDS));
      assertStatus(200, server.post(TMT_HOLD, TMT_SEAT));
    }
  }

  @Test
  void I10_who_looks_and_who_asks_for_its_health_is_answered_while_sales_are_crowded()
      throws Exception {
    try (LocalServer server = crowded(1)) {
      CompletableFuture<String> first = hold(server);
      holding.awaitReached();
      assertStatus(200, server.get(STATUS));
      assertStatus(200, server.get("/health/ready"));
      holding.lift();
      assertStatus(200, first.get(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void I10_who_sends_his_body_slowly_keeps_nobody_out() throws IOException {
    holding.lift();
    try (LocalServer server = crowded(2);
        Caller slow = beginning(server);
        Caller slower = beginning(server)) {
      assertStatus(200, server.post(TMT_HOLD, TMT_SEAT));
      slow.send(SEAT);
      assertStatus(200, slow.answer());
      slower.send(SEAT);
      assertStatus(200, slower.answer());
    }
  }

  /** A hold whose body is waited for. */
  private static Caller beginning(LocalServer server) throws IOException {
    String head =
        server.head(
            "POST",
            HOLD,
            "Connection: close",
            "Content-Type: application/json",
            "Expect: 100-continue",
            "Content-Length: " + SEAT.length());
    Caller caller = server.call(head);
    assertEquals(
        GO_ON,
        new String(
            caller.socket().getInputStream().readNBytes(GO_ON.length()),
            StandardCharsets.US_ASCII));
    return caller;
  }

  @Test
  void a_key_that_sends_more_than_it_may_is_told_when_to_come_back() throws IOException {
    try (LocalServer server = new LocalServer(HttpSettings.Bounds.STANDARD, new RateLimits(0, 1))) {
      // A second has but one request: of several at once, one is too many at the latest.
      assertStatus(200, server.get(STATUS));
      String answer = firstRefusal(() -> server.get(STATUS));
      assertStatus(429, answer);
      assertComeBack(answer);
      assertTrue(answer.endsWith("{\"statusCode\":429,\"message\":\"Too many requests\"}"), answer);

      String tmt = firstRefusal(() -> server.post(TMT_HOLD, TMT_SEAT));
      assertStatus(429, tmt);
      assertTrue(tmt.contains("\"valido\":false,\"error\":\"TOO_MANY_REQUESTS\""), tmt);
      assertStatus(200, server.whole(server.publicHead("GET", STATUS, "Connection: close")));
    }
  }

  private interface Call {
    String answer() throws IOException;
  }

  /** Gives up, with the last answer, where nothing is refused. */
  private static String firstRefusal(Call call) throws IOException {
    String answer = call.answer();
    for (int i = 0; i < 1_000 && answer.startsWith("HTTP/1.1 200"); i++) {
      answer = call.answer();
    }
    return answer;
  }
}

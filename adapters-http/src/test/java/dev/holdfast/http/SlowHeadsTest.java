package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.Reservations;
import dev.holdfast.http.LocalServer.Caller;
import dev.holdfast.http.load.AdmissionBounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections on which nothing useful happens, and the others beside them. */
final class SlowHeadsTest {
  private static final Duration HEAD = Duration.ofMillis(400);
  private static final Duration DRIP = Duration.ofMillis(20);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    threads.shutdownNow();
    threads.close();
  }

  private static LocalServer server(int connections) {
    return server(connections, engine -> engine);
  }

  private static LocalServer server(int connections, UnaryOperator<UseCases> engine) {
    HttpSettings.Bounds standard = HttpSettings.Bounds.STANDARD;
    AdmissionBounds usual = AdmissionBounds.STANDARD;
    HttpSettings.Bounds few =
        new HttpSettings.Bounds(
            connections,
            standard.acceptQueue(),
            standard.headerBytes(),
            standard.idle(),
            standard.layoutsAtOnce(),
            standard.layoutPatience(),
            Duration.ofMillis(200),
            standard.bodies(),
            standard.reads(),
            new AdmissionBounds(
                usual.fewest(), usual.most(), usual.soon(), usual.layouts(), HEAD, HEAD));
    return new LocalServer(few, () -> {}, engine);
  }

  /** Sends this again and again, never silent for long, until the server has had enough. */
  private static void drip(Caller caller, String what) {
    try {
      while (true) {
        caller.send(what);
        Thread.sleep(DRIP);
      }
    } catch (SocketException | InterruptedException _) {
      // Closed, which is what is waited for; or the test is over.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CompletableFuture<Void> dripping(Caller caller, String what) {
    return CompletableFuture.runAsync(() -> drip(caller, what), threads);
  }

  /** A connection that was of use once, so that it is open on the other side as well. */
  private static Caller silent(LocalServer server) throws IOException {
    Caller caller = server.call("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
    caller.awaitText("{\"status\":\"ok\"}");
    return caller;
  }

  private CompletableFuture<String> closing(Caller caller) {
    return CompletableFuture.supplyAsync(() -> LocalServer.quietly(caller::answer), threads);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /health/live HTTP/1.1\r\nHost: x\r\nX-Slow: |a", "G|E", "|\r\n"})
  void I10_a_head_that_drips_in_is_not_waited_for(String request) throws Exception {
    String[] parts = request.split("\\|", -1);
    try (LocalServer server = server(100);
        Caller slow = server.call(parts[0])) {
      dripping(slow, parts[1]).get(20, TimeUnit.SECONDS);
      assertStatus(200, server.get("/health/live"));
    }
  }

  @Test
  void I10_drippers_do_not_take_every_connection_for_ever() throws Exception {
    int connections = 20;
    try (LocalServer server = server(connections)) {
      List<Caller> slow = new ArrayList<>();
      for (int each = 0; each < connections; each++) {
        slow.add(server.call("GET / HTTP/1.1\r\nX-Slow: "));
      }
      List<CompletableFuture<Void>> ends =
          slow.stream().map(caller -> dripping(caller, "a")).toList();
      assertStatus(200, server.get("/health/live"));
      CompletableFuture.anyOf(ends.toArray(CompletableFuture<?>[]::new)).get(20, TimeUnit.SECONDS);
      for (Caller each : slow) {
        each.close();
      }
    }
  }

  @Test
  void I10_while_there_are_as_many_as_there_may_be_the_silent_ones_go() throws Exception {
    int connections = 20;
    try (LocalServer server = server(connections)) {
      List<Caller> silent = new ArrayList<>();
      for (int each = 0; each < connections; each++) {
        silent.add(silent(server));
      }
      assertStatus(200, server.get("/health/live"));
      for (Caller each : silent) {
        each.close();
      }
    }
  }

  @Test
  void I10_who_waits_for_an_answer_or_for_news_is_not_silent() throws Exception {
    int connections = 10;
    Stall holding = new Stall();
    UnaryOperator<UseCases> slow =
        engine ->
            EngineWith.reservations(
                engine, holding.before(Reservations.class, engine.reservations(), "hold"));
    String body = "{\"objectLabel\":\"A-1\",\"holdToken\":\"token-of-ann\"}";
    try (LocalServer server = server(connections, slow);
        Caller hold =
            server.call(
                server.head(
                        "POST",
                        "/api/v1/events/{event}/seats/hold",
                        "Connection: close",
                        "Content-Type: application/json",
                        "Content-Length: " + body.length())
                    + body);
        Caller stream =
            server.call(server.head("GET", "/api/v1/events/{event}/stream", "Connection: close"))) {
      holding.awaitReached();
      List<Caller> silent = new ArrayList<>();
      for (int each = 2; each < connections; each++) {
        silent.add(silent(server));
      }
      // One that goes makes room, and then nobody has to hurry any more.
      CompletableFuture.anyOf(
              silent.stream().map(this::closing).toArray(CompletableFuture<?>[]::new))
          .get(20, TimeUnit.SECONDS);
      holding.lift();
      assertStatus(200, hold.answer());
      stream.awaitText("event: held");
      for (Caller each : silent) {
        each.close();
      }
    }
  }

  @Test
  void a_connection_that_is_used_again_after_a_while_is_open_still() throws Exception {
    String request = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
    try (LocalServer server = server(100);
        Caller patient = server.call(request);
        Caller slow = server.call("GET / HTTP/1.1\r\nX-Slow: ")) {
      // The other one goes after a while; how long that is, the server says.
      dripping(slow, "a").get(20, TimeUnit.SECONDS);
      patient.send(request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
      String answers = patient.answer();
      assertEquals(2, answers.split("HTTP/1.1 200", -1).length - 1, answers);
      assertTrue(answers.endsWith("{\"status\":\"ok\"}"), answers);
    }
  }
}

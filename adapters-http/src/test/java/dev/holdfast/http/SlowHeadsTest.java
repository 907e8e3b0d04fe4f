package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.http.LocalServer.Caller;
import dev.holdfast.http.load.AdmissionBounds;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
    return new LocalServer(few, () -> {}, engine -> engine);
  }

  /** Sends this again and again, never silent for long, until the server has had enough. */
  private static void drip(Caller caller, String what) throws InterruptedException {
    try {
      while (true) {
        caller.send(what);
        Thread.sleep(DRIP);
      }
    } catch (SocketException _) {
      // Closed, which is what is waited for.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<Void> dripping(Caller caller, String what) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    threads.submit(() -> {
      drip(caller, what);
      return closed.complete(null);
    });
    return closed;
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
      slow.forEach(caller -> dripping(caller, "a"));
      assertStatus(200, server.get("/health/live"));
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
        silent.add(server.call(""));
      }
      assertStatus(200, server.get("/health/live"));
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

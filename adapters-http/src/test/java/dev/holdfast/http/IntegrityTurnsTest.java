package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static dev.holdfast.http.LocalServer.quietly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.SeatLedgerPort;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks of whole events: one at a time, and in nobody else's way. */
final class IntegrityTurnsTest {
  private static final String CHECK = "/api/v1/events/{event}/integrity";
  private static final String ANOTHER = "/api/v1/events/evt_other/integrity";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Stall reading = new Stall();

  @AfterEach
  void stop() {
    reading.lift();
    threads.close();
  }

  @Test
  void one_event_is_checked_at_a_time_and_nothing_else_waits_for_it() throws Exception {
    try (LocalServer server = server()) {
      CompletableFuture<String> first =
          CompletableFuture.supplyAsync(() -> quietly(() -> server.get(CHECK)), threads);
      reading.awaitReached();

      String refused = server.get(ANOTHER);
      assertStatus(503, refused);
      assertTrue(refused.contains("Retry-After: 1"), refused);
      assertStatus(200, server.get("/api/v1/events/{event}/status"));
      assertStatus(200, server.get("/api/v1/events/{event}/changes"));

      reading.lift();
      assertStatus(200, first.get(20, TimeUnit.SECONDS));
      assertStatus(404, server.get(ANOTHER));
    }
  }

  /** Where the books of an event are long to be had. */
  private LocalServer server() {
    return new LocalServer(
        Impatience.bounds(3),
        () -> {},
        engine ->
            EngineWith.integrityOf(
                engine,
                reading.before(SeatLedgerPort.class, (SeatLedgerPort) engine.journal(), "books")));
  }
}

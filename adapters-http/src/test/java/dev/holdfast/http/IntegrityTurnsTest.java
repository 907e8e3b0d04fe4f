package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static dev.holdfast.http.LocalServer.quietly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.integrity.Integrity;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.memory.ReadBounds;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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
  private final CountDownLatch firstIsReading = new CountDownLatch(1);
  private final CountDownLatch firstMayRead = new CountDownLatch(1);

  @AfterEach
  void stop() {
    firstMayRead.countDown();
    threads.close();
  }

  @Test
  void one_event_is_checked_at_a_time_and_nothing_else_waits_for_it() throws Exception {
    try (LocalServer server = server()) {
      CompletableFuture<String> first =
          CompletableFuture.supplyAsync(() -> quietly(() -> server.get(CHECK)), threads);
      assertTrue(firstIsReading.await(10, TimeUnit.SECONDS));

      String refused = server.get(ANOTHER);
      assertStatus(503, refused);
      assertTrue(refused.contains("Retry-After: 1"), refused);
      assertStatus(200, server.get("/api/v1/events/{event}/status"));
      assertStatus(200, server.get("/api/v1/events/{event}/changes"));

      firstMayRead.countDown();
      assertStatus(200, first.get(20, TimeUnit.SECONDS));
      assertStatus(404, server.get(ANOTHER));
    }
  }

  private LocalServer server() {
    HttpSettings.Bounds standard = HttpSettings.Bounds.STANDARD;
    Duration patience = Duration.ofMillis(200);
    return new LocalServer(
        new HttpSettings.Bounds(
            standard.connections(),
            standard.acceptQueue(),
            standard.headerBytes(),
            standard.idle(),
            standard.layoutsAtOnce(),
            standard.layoutPatience(),
            patience,
            standard.bodies(),
            new ReadBounds(3, 1_000_000, 0, patience, Duration.ofSeconds(60))),
        () -> {},
        engine ->
            new UseCases(
                engine.reservations(),
                engine.charts(),
                engine.events(),
                engine.workspaces(),
                engine.journal(),
                engine.histories(),
                new Integrity(
                    catalog(engine), slow((SeatLedgerPort) engine.journal()), TimeSource.system()),
                engine.webhooks(),
                engine.answers(),
                engine.readiness()));
  }

  /** The same ledger, whose books are long to be had. */
  private SeatLedgerPort slow(SeatLedgerPort ledger) {
    return (SeatLedgerPort)
        Proxy.newProxyInstance(
            SeatLedgerPort.class.getClassLoader(),
            new Class<?>[] {SeatLedgerPort.class},
            (_, method, arguments) -> {
              if (method.getName().equals("books")) {
                firstIsReading.countDown();
                assertTrue(firstMayRead.await(20, TimeUnit.SECONDS));
              }
              return method.invoke(ledger, arguments);
            });
  }

  /** The catalog, as far as it can be asked through the engine. */
  private static CatalogPort catalog(UseCases engine) {
    return (CatalogPort)
        Proxy.newProxyInstance(
            CatalogPort.class.getClassLoader(),
            new Class<?>[] {CatalogPort.class},
            (_, method, arguments) -> {
              assertEquals("findEvent", method.getName());
              return engine.events().find((WorkspaceId) arguments[0], (String) arguments[1])
                      instanceof Outcome.Accepted<Event>(Event event)
                  ? Optional.of(event)
                  : Optional.empty();
            });
  }
}

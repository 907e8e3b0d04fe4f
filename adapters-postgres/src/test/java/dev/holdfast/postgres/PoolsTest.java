package dev.holdfast.postgres;

import static dev.holdfast.postgres.Till.ANN;
import static dev.holdfast.postgres.Till.aCommit;
import static dev.holdfast.postgres.Till.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.webhook.Room;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

/** I10: what waits in one pool keeps nobody else waiting, and a wait for a lock ends. */
final class PoolsTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private static final String LOCK_TIMEOUT = "55P03";
  private static final NodeId NODE = new NodeId(new UUID(7, 7));
  private static final String HEADS_LOCKED = "SELECT * FROM event_head FOR UPDATE";

  private final SeatLedgerPort ledger = SCHEMA.store().ledger();
  private final CatalogPort catalog = SCHEMA.store().catalog();
  private final Housekeeping housekeeping = SCHEMA.store().housekeeping();
  private final Till till = new Till(SCHEMA.store());

  private WorkspaceId workspace = new WorkspaceId(0);
  private EventId event = new EventId(0);

  @BeforeEach
  void anEvent() {
    workspace = till.aWorkspace();
    event = till.anEvent(workspace);
  }

  /** Runs something while a stranger has the locks of a statement. */
  private static void whileLocked(String locked, Body body) throws Exception {
    try (Connection stranger = SCHEMA.connection();
        Statement statement = stranger.createStatement()) {
      stranger.setAutoCommit(false);
      statement.execute(locked);
      try {
        body.run();
      } finally {
        stranger.rollback();
      }
    }
  }

  private interface Body {
    void run() throws Exception;
  }

  private static <T> List<FutureTask<T>> inBackground(int times, Callable<T> work) {
    List<FutureTask<T>> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.add(new FutureTask<>(work));
      Thread.ofVirtual().start(all.getLast());
    }
    return all;
  }

  /** Returns when so many sessions of this kind wait for a lock. */
  private static void awaitWaiting(String application, int sessions) throws SQLException {
    String sql =
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            + " AND application_name = '"
            + application
            + "'";
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    int waiting = -1;
    try (Connection connection = SCHEMA.connection();
        Statement statement = connection.createStatement()) {
      while (waiting != sessions) {
        assertTrue(System.nanoTime() < end, waiting + " sessions of " + application + " wait");
        try (ResultSet row = statement.executeQuery(sql)) {
          row.next();
          waiting = row.getInt(1);
        }
      }
    }
  }

  private void lookUpAll() {
    assertTrue(catalog.findKey(KeyHash.of("sk_nobody")).isEmpty());
    assertTrue(catalog.findEvent(workspace, "gala").isPresent());
    LayoutVersion layout = catalog.layoutOf(event).orElseThrow();
    assertEquals(1, catalog.plan(layout).orElseThrow().objects().size());
    assertTrue(catalog.publishedLayout(event).isPresent());
    assertEquals(List.of(), ledger.due(10));
    SCHEMA.store().check();
    assertEquals(0, housekeeping.endOverdueTransactions());
  }

  @Test
  void I10_pictures_on_every_reader_keep_no_sale_waiting() throws Exception {
    whileLocked(
        "LOCK TABLE area IN ACCESS EXCLUSIVE MODE",
        () -> {
          int readers = SCHEMA.settings().pools().readers();
          var pictures = inBackground(readers, () -> ledger.picture(event));
          awaitWaiting("holdfast-reader", readers);
          lookUpAll();
          assertEquals(0, housekeeping.pruneCommitIds());
          assertTrue(catalog.renameEvent(workspace, "gala", "Gala").isPresent());
          assertTrue(pictures.stream().noneMatch(FutureTask::isDone));
        });
    awaitIdle();
  }

  /** What streams, webhooks and the registry of nodes do all the time. */
  private void goOn() {
    assertEquals(Map.of(event, 1L), SCHEMA.store().journal().heads(Set.of(event)));
    assertEquals(1, SCHEMA.store().journal().journal(event, 0, Portion.of(10)).entries().size());
    assertEquals(0, SCHEMA.store().deliveries().fanOut(10, _ -> List.of()));
    SCHEMA.store().deliveries().take(NODE, Set.of(), new Room(10, Map.of(), 10, Map.of()));
    SCHEMA.store().nodes().renew(NODE);
  }

  @Test
  void pictures_on_every_reader_stop_neither_streams_nor_webhooks() throws Exception {
    till.hold(event, ANN, "A-1");
    whileLocked(
        "LOCK TABLE area IN ACCESS EXCLUSIVE MODE",
        () -> {
          int readers = SCHEMA.settings().pools().readers();
          var pictures = inBackground(readers, () -> ledger.picture(event));
          awaitWaiting("holdfast-reader", readers);
          goOn();
          assertTrue(pictures.stream().noneMatch(FutureTask::isDone));
        });
    awaitIdle();
  }

  @Test
  void webhooks_that_wait_stop_no_reader() throws Exception {
    till.hold(event, ANN, "A-1");
    whileLocked(
        "LOCK TABLE webhook_mark IN ACCESS EXCLUSIVE MODE",
        () -> {
          int background = SCHEMA.settings().pools().background();
          var passages =
              inBackground(
                  background, () -> SCHEMA.store().deliveries().fanOut(10, _ -> List.of()));
          awaitWaiting("holdfast-background", background);
          assertTrue(ledger.picture(event).isPresent());
          assertEquals(1, ledger.history(event, "A-1", 0, Portion.of(10)).entries().size());
          assertTrue(passages.stream().noneMatch(FutureTask::isDone));
        });
    awaitIdle();
  }

  @Test
  void I10_deletions_that_wait_for_a_frozen_event_keep_no_sale_waiting() throws Exception {
    EventId other = till.anEvent();
    whileLocked(
        "SELECT * FROM event_head WHERE event_id = " + event.value() + " FOR UPDATE",
        () -> {
          int changes = SCHEMA.settings().pools().changes();
          var deletions = inBackground(changes, () -> catalog.deleteEvent(workspace, "gala"));
          awaitWaiting("holdfast-change", changes);
          lookUpAll();
          till.hold(other, ANN, "A-1");
          assertTrue(ledger.picture(other).isPresent());
          assertTrue(deletions.stream().noneMatch(FutureTask::isDone));
        });
    awaitIdle();
  }

  /** What still ran when its lock was given back gives its connection back. */
  private static void awaitIdle() {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (SCHEMA.store().activeConnections() > 0) {
      assertTrue(System.nanoTime() < end, "connections are not given back");
      Thread.onSpinWait();
    }
  }

  @Test
  void I10_a_wait_for_a_frozen_events_row_ends_as_unavailable() throws Exception {
    whileLocked(
        HEADS_LOCKED,
        () -> {
          assertLockTimeout(() -> {
            try (LedgerTransaction transaction = ledger.begin(aCommit())) {
              transaction.lock(waitFor(event));
            }
          });
          assertLockTimeout(() -> catalog.deleteEvent(workspace, "gala"));
        });
    till.hold(event, ANN, "A-1");
    assertTrue(catalog.deleteEvent(workspace, "gala"));
  }

  private static void assertLockTimeout(Executable work) {
    StoreFailure.Unavailable failure = assertThrows(StoreFailure.Unavailable.class, work);
    assertEquals(
        LOCK_TIMEOUT, assertInstanceOf(SQLException.class, failure.getCause()).getSQLState());
  }

  @Test
  void I10_a_deletion_that_is_overdue_is_ended_like_a_sale() throws Exception {
    whileLocked(
        HEADS_LOCKED,
        () -> {
          FutureTask<Boolean> deletion =
              inBackground(1, () -> catalog.deleteEvent(workspace, "gala")).getFirst();
          awaitWaiting("holdfast-change", 1);
          assertEquals(1, housekeeping.endTransactionsOlderThan(Duration.ZERO));
          ExecutionException ended =
              assertThrows(ExecutionException.class, () -> deletion.get(30, TimeUnit.SECONDS));
          assertInstanceOf(StoreFailure.Unavailable.class, ended.getCause());
        });
    assertTrue(catalog.findEvent(workspace, "gala").isPresent());
  }
}

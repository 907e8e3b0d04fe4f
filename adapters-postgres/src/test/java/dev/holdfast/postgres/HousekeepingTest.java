package dev.holdfast.postgres;

import static dev.holdfast.postgres.Till.ANN;
import static dev.holdfast.postgres.Till.aCommit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.WebhookPort;
import dev.holdfast.domain.webhook.NewDelivery;
import dev.holdfast.domain.webhook.NewWebhook;
import dev.holdfast.domain.webhook.Passage;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.domain.webhook.WebhookSecret;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class HousekeepingTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private static final WebhookSecret SECRET = new WebhookSecret("whsec_0");
  private static final NewWebhook WANTED =
      new NewWebhook("https://hooks.example", Set.of(WebhookEvent.SEAT_HELD), null);

  private final SeatLedgerPort ledger = SCHEMA.store().ledger();
  private final Housekeeping housekeeping = SCHEMA.store().housekeeping();
  private final Till till = new Till(SCHEMA.store());

  private static long count(String table) throws SQLException {
    try (Connection connection = SCHEMA.connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void I2_commit_ids_can_be_asked_for_an_hour_and_are_then_forgotten() {
    EventId event = till.anEvent();
    CommitId old = aCommit();
    hold(old, event, "A-1");
    SCHEMA.moveClock(Duration.ofMinutes(59));
    CommitId young = aCommit();
    hold(young, event, "A-2");
    assertEquals(0, housekeeping.pruneCommitIds());
    SCHEMA.moveClock(Duration.ofMinutes(2));
    assertEquals(1, housekeeping.pruneCommitIds());
    assertEquals(0, housekeeping.pruneCommitIds());
    assertEquals(CommitFate.COMMITTED, ledger.fate(young));
  }

  private void hold(CommitId commit, EventId event, String label) {
    try (LedgerTransaction transaction = ledger.begin(commit)) {
      transaction.write(Till.open(transaction, event, label).hold(label, ANN).writes());
      transaction.commit();
    }
  }

  private static void oldCommitIds(int count) throws SQLException {
    SCHEMA.run(
        """
        INSERT INTO commit_id (id, committed, at)
        SELECT gen_random_uuid(), true, holdfast_now() - interval '2 hours'
        FROM generate_series(1, %d)\
        """
            .formatted(count));
  }

  @Test
  void commit_ids_are_pruned_in_batches() throws SQLException {
    oldCommitIds(1_001);
    assertEquals(1_000, housekeeping.pruneCommitIds());
    assertEquals(1, housekeeping.pruneCommitIds());
  }

  @Test
  void commit_ids_that_somebody_has_locked_are_left_and_not_waited_for() throws SQLException {
    oldCommitIds(3);
    try (Connection stranger = SCHEMA.connection();
        Statement statement = stranger.createStatement()) {
      stranger.setAutoCommit(false);
      statement.execute("SELECT * FROM commit_id LIMIT 1 FOR UPDATE");
      assertEquals(2, housekeeping.pruneCommitIds());
      stranger.rollback();
    }
    assertEquals(1, housekeeping.pruneCommitIds());
  }

  @Test
  void rows_of_a_deleted_event_are_removed_in_batches() throws SQLException {
    WorkspaceId workspace = till.aWorkspace();
    EventId event = till.anEvent(workspace);
    SCHEMA.run(
        """
        INSERT INTO seat (event_id, label, version, decided_on, state)
        SELECT %d, 'A-' || n, 1, 0, 'free' FROM generate_series(1, 1001) n\
        """
            .formatted(event.value()));
    assertTrue(SCHEMA.store().catalog().deleteEvent(workspace, "gala"));
    assertEquals(1_000, housekeeping.removeDeletedEvents());
    assertEquals(1, count("seat"));
    assertEquals(1, housekeeping.removeDeletedEvents());
    assertEquals(1, housekeeping.removeDeletedEvents());
    assertEquals(0, housekeeping.removeDeletedEvents());
  }

  @Test
  void a_deleted_event_is_gone_at_once_and_its_rows_soon() throws SQLException {
    WorkspaceId workspace = till.aWorkspace();
    EventId event = till.anEvent(workspace);
    EventId other = till.anEvent();
    for (EventId each : List.of(event, other)) {
      till.hold(each, ANN, "A-1");
      till.book(each, "A-2");
      till.holdPlaces(each, "floor", ANN, 2);
    }
    SCHEMA.moveClock(Duration.ofHours(1));
    assertEquals(4, ledger.due(10).size());
    assertTrue(SCHEMA.store().catalog().deleteEvent(workspace, "gala"));
    assertEquals(List.of(), ledger.journal(event, 0, Portion.of(10)).entries());
    assertTrue(ledger.picture(event).isEmpty());
    assertTrue(ledger.due(10).stream().allMatch(due -> due.event().equals(other)));
    // Two seats, one sale, one area, one record, four lines, and the note that it was deleted.
    assertEquals(9, removeAll());
    assertEquals(0, count("deleted_event"));
    assertEquals(2, count("seat"));
    assertEquals(3, count("journal"));
    assertEquals(List.of(), ledger.audit(other));
  }

  @Test
  void I8_rows_of_a_deleted_event_stay_until_webhooks_were_told() throws SQLException {
    WorkspaceId workspace = till.aWorkspace();
    WebhookPort webhooks = SCHEMA.store().webhooks();
    webhooks.create(workspace, "wh_a", WANTED, SECRET);
    EventId event = till.anEvent(workspace);
    EventId unheard = till.anEvent(till.aWorkspace());
    till.hold(event, ANN, "A-1");
    till.hold(unheard, ANN, "A-1");
    SCHEMA.store().catalog().deleteEvent(workspace, "gala");
    assertEquals(0, removeAll());
    assertEquals(2, count("webhook_mark"));
    List<Passage> told = new ArrayList<>();
    SCHEMA.store().deliveries().fanOut(10, passage -> heard(passage, told));
    assertEquals(List.of(event), told.stream().map(each -> each.facts().event()).toList());
    assertEquals(1, told.getFirst().entries().size());
    // A seat, a line, and the note that it was deleted.
    assertEquals(3, removeAll());
    assertEquals(1, count("webhook_mark"));
    assertEquals(0, count("deleted_event"));
  }

  @Test
  void a_deleted_event_that_nobody_listens_to_waits_for_nobody() throws SQLException {
    WorkspaceId workspace = till.aWorkspace();
    WebhookPort webhooks = SCHEMA.store().webhooks();
    webhooks.create(workspace, "wh_a", WANTED, SECRET);
    EventId event = till.anEvent(workspace);
    till.hold(event, ANN, "A-1", "A-2");
    SCHEMA.store().catalog().deleteEvent(workspace, "gala");
    webhooks.delete(workspace, "wh_a");
    assertEquals(2, housekeeping.removeDeletedEvents());
    webhooks.create(workspace, "wh_b", WANTED, SECRET);
    assertEquals(0, SCHEMA.store().deliveries().fanOut(10, _ -> List.of()));
    assertEquals(3, removeAll());
    assertEquals(0, count("webhook_mark"));
  }

  @Test
  void a_deleted_event_whose_rows_are_gone_too_soon_is_passed_over() throws SQLException {
    WorkspaceId workspace = till.aWorkspace();
    SCHEMA.store().webhooks().create(workspace, "wh_a", WANTED, SECRET);
    EventId event = till.anEvent(workspace);
    till.hold(event, ANN, "A-1", "A-2");
    SCHEMA.store().catalog().deleteEvent(workspace, "gala");
    SCHEMA.run("DELETE FROM journal");
    List<Passage> told = new ArrayList<>();
    SCHEMA.store().deliveries().fanOut(10, passage -> heard(passage, told));
    assertEquals(List.of(), told);
    assertEquals(0, SCHEMA.store().deliveries().fanOut(10, _ -> List.of()));
    assertEquals(3, removeAll());
  }

  private static List<NewDelivery> heard(Passage passage, List<Passage> told) {
    told.add(passage);
    return List.of();
  }

  private int removeAll() {
    int removed = 0;
    for (int more = 1; more > 0; removed += more) {
      more = housekeeping.removeDeletedEvents();
    }
    return removed;
  }

  @Test
  void I10_a_writers_overdue_transaction_is_ended_and_nobody_elses() throws SQLException {
    EventId event = till.anEvent();
    try (LedgerTransaction frozen = ledger.begin(aCommit());
        Connection stranger = SCHEMA.connection();
        Statement statement = stranger.createStatement()) {
      stranger.setAutoCommit(false);
      statement.execute("SELECT 1");
      frozen.write(Till.open(frozen, event, "A-1").hold("A-1", ANN).writes());
      assertEquals(0, housekeeping.endOverdueTransactions());
      // A pool that sets up a connection in this instant has a transaction as well.
      assertTrue(housekeeping.endTransactionsOlderThan(Duration.ZERO) >= 1);
      assertThrows(StoreFailure.CommitUnknown.class, frozen::commit);
      statement.execute("SELECT 1");
      stranger.rollback();
    }
    till.hold(event, ANN, "A-1");
    assertEquals(1, ledger.picture(event).orElseThrow().seq());
  }

  @Test
  void a_store_that_answers_is_ready() {
    SCHEMA.store().check();
  }
}

package dev.holdfast.postgres.ledger;

import static dev.holdfast.postgres.Till.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.idempotency.StoredAnswer;
import dev.holdfast.domain.port.ChangeList;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.Durability;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.PostgresStore;
import dev.holdfast.postgres.Till;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** I2: only holds, and only when asked for, do not wait for the disk. */
final class RelaxedDurabilityTest {
  @RegisterExtension static final PostgresSchema SCHEMA = PostgresSchema.relaxed();

  private final Till till = new Till(SCHEMA.store());

  /** Writes down under which setting each commit changes the books. */
  @BeforeEach
  void spy() throws SQLException {
    SCHEMA.run(
        """
        DROP TABLE IF EXISTS seen;
        CREATE TABLE seen (n integer GENERATED ALWAYS AS IDENTITY, setting text);
        CREATE OR REPLACE FUNCTION spy() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          INSERT INTO seen (setting) VALUES (current_setting('synchronous_commit'));
          RETURN NULL; END $$;
        CREATE OR REPLACE TRIGGER spies AFTER UPDATE ON event_head
          FOR EACH ROW EXECUTE FUNCTION spy()\
        """);
  }

  private static List<String> ask(String sql) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Connection connection = SCHEMA.connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }

  private static List<String> seen() throws SQLException {
    return ask("SELECT setting FROM seen ORDER BY n");
  }

  @Test
  void I2_a_sale_waits_for_the_disk_even_when_holds_do_not() throws SQLException {
    EventId event = till.anEvent();
    till.hold(event, ANN, "A-1");
    till.book(event, "A-1");
    till.holdPlaces(event, "floor", ANN, 2);
    assertEquals(List.of("off", "on", "off"), seen());
  }

  /** A crash would else forget the refusal, and its late twin would book. */
  @Test
  void I9_an_answer_that_is_kept_waits_for_the_disk_even_when_holds_do_not() throws SQLException {
    SCHEMA.run(
        """
        CREATE OR REPLACE TRIGGER spies AFTER INSERT ON idempotency_key
          FOR EACH ROW EXECUTE FUNCTION spy()\
        """);
    WorkspaceId workspace = till.aWorkspace();
    EventId event = till.anEvent();
    KeptAnswer answer =
        new KeptAnswer(
            new IdempotencyKey(workspace, "k"),
            new Fingerprint("a1".repeat(32)),
            new StoredAnswer("no"));
    try (LedgerTransaction open = SCHEMA.store().ledger().begin(new CommitId(UUID.randomUUID()))) {
      open.claim(new TreeSet<>(List.of(answer.key())));
      open.lock(new LockWish(Optional.of(event), new TreeSet<>()));
      open.read(new ReadWish(List.of()));
      open.write(new LedgerWrites(List.of(), List.of(answer)));
      open.commit();
    }
    assertEquals(List.of("on"), seen());
  }

  @Test
  void I2_with_full_durability_everything_waits() throws SQLException {
    try (PostgresStore full =
        PostgresStore.open(SCHEMA.settings().withDurability(Durability.FULL))) {
      Till other = new Till(full);
      EventId event = other.anEvent();
      other.hold(event, ANN, "A-1");
      other.book(event, "A-1");
    }
    assertEquals(List.of("on", "on"), seen());
  }

  /** Else a crash would take back what a listener was told, and give its number again. */
  @Test
  void I7_what_a_reader_was_told_is_on_the_disk() throws SQLException {
    EventId event = till.anEvent();
    for (int i = 0; i < 20; i++) {
      till.hold(event, ANN, "A-" + i);
      String written = ask("SELECT pg_current_wal_insert_lsn()").getFirst();
      assertEquals(
          1, SCHEMA.store().ledger().journal(event, 3L * i, Portion.of(10)).entries().size());
      assertFlushed(written);
      till.hold(event, ANN, "B-" + i);
      written = ask("SELECT pg_current_wal_insert_lsn()").getFirst();
      assertTrue(SCHEMA.store().ledger().picture(event).isPresent());
      assertFlushed(written);
      till.hold(event, ANN, "C-" + i);
      written = ask("SELECT pg_current_wal_insert_lsn()").getFirst();
      assertEquals(
          3 * (i + 1L),
          SCHEMA
              .store()
              .ledger()
              .changes(event, ChangeList.ALL, new Slice.Beside.Beginning(), Portion.of(1))
              .items()
              .getFirst()
              .seq());
      assertFlushed(written);
    }
  }

  private static void assertFlushed(String lsn) throws SQLException {
    assertEquals(List.of("t"), ask("SELECT pg_current_wal_flush_lsn() >= '" + lsn + "'::pg_lsn"));
  }
}

package dev.holdfast.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.postgres.jdbc.Pool;
import dev.holdfast.postgres.jdbc.SessionSettings;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each check finds what it is for. Where the trouble can be made in a schema it is real; what would
 * need another server is planted into the facts that a real server gave.
 */
final class StartupChecksTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private static ServerFacts facts() {
    try (Pool pool = new Pool(SCHEMA.settings(), SessionSettings.WRITER, "holdfast-test", 1)) {
      return pool.read(ServerFacts::ask);
    }
  }

  private static void assertRefused(List<Finding> findings, String word) {
    assertEquals(1, findings.size(), findings::toString);
    assertEquals(Finding.Severity.REFUSE, findings.getFirst().severity());
    assertTrue(findings.getFirst().what().contains(word), findings::toString);
  }

  private static ServerFacts with(ServerFacts facts, String setting, String value) {
    Map<String, String> settings = new HashMap<>(facts.settings());
    settings.put(setting, value);
    return new ServerFacts(
        facts.version(), facts.replica(), facts.replicas(), settings, facts.uniqueIndexes());
  }

  @Test
  void I2_nothing_is_wrong_with_a_fresh_schema_on_a_sound_server() {
    assertEquals(List.of(), PostgresStart.prepare(SCHEMA.settings()));
  }

  @ParameterizedTest
  @CsvSource({"fsync", "full_page_writes"})
  void I2_a_server_that_may_lose_its_pages_is_refused(String setting) {
    assertRefused(StartupChecks.ofServer(with(facts(), setting, "off")), setting);
  }

  @Test
  void I2_a_replica_is_refused() {
    ServerFacts facts = facts();
    ServerFacts replica =
        new ServerFacts(facts.version(), true, 0, facts.settings(), facts.uniqueIndexes());
    assertRefused(StartupChecks.ofServer(replica), "replica");
  }

  @Test
  void I2_an_old_server_is_refused() {
    ServerFacts facts = facts();
    ServerFacts old = new ServerFacts(140_012, false, 0, facts.settings(), facts.uniqueIndexes());
    assertRefused(StartupChecks.ofServer(old), "15 or newer");
  }

  @Test
  void I2_replicas_that_nobody_waits_for_are_a_warning() {
    ServerFacts facts = facts();
    ServerFacts one =
        new ServerFacts(facts.version(), false, 1, facts.settings(), facts.uniqueIndexes());
    List<Finding> findings = StartupChecks.ofServer(one);
    assertEquals(Finding.Severity.WARN, findings.getFirst().severity());
    assertEquals(
        List.of(), StartupChecks.ofServer(with(one, "synchronous_standby_names", "ANY 1 (*)")));
  }

  static List<String> uniqueIndexes() {
    return StartupChecks.UNIQUE_INDEXES;
  }

  @ParameterizedTest
  @MethodSource("uniqueIndexes")
  void I1_every_unique_index_is_missed_when_it_is_gone(String index) {
    ServerFacts facts = facts();
    Set<String> others = new HashSet<>(facts.uniqueIndexes());
    assertTrue(others.remove(index));
    assertRefused(
        StartupChecks.ofSchema(
            new ServerFacts(facts.version(), false, 0, facts.settings(), others)),
        index);
  }

  /** An index whose building failed stands there and enforces nothing. */
  @Test
  void I1_an_index_that_is_there_but_invalid_is_missed() throws SQLException {
    SCHEMA.run("DROP INDEX sale_open");
    SCHEMA.run(
        """
        INSERT INTO sale (event_id, label, version, status, taken_at)
        VALUES (1, 'A-1', 1, 'booked', holdfast_now()), (1, 'A-1', 2, 'booked', holdfast_now())\
        """);
    String build =
        "CREATE UNIQUE INDEX CONCURRENTLY sale_open ON sale (event_id, label)"
            + " WHERE released_at IS NULL";
    assertThrows(SQLException.class, () -> SCHEMA.run(build));
    assertRefused(PostgresStart.prepare(SCHEMA.settings()), "sale_open");
    SCHEMA.run("DROP INDEX sale_open");
    assertRefused(PostgresStart.prepare(SCHEMA.settings()), "sale_open");
    SCHEMA.run("DELETE FROM sale");
    SCHEMA.run(build);
    assertEquals(List.of(), PostgresStart.prepare(SCHEMA.settings()));
  }

  @ParameterizedTest
  @CsvSource({
    "idle_in_transaction_session_timeout, 0",
    "lock_timeout, 0",
    "transaction_timeout, 0",
    "synchronous_commit, off"
  })
  void I10_a_session_without_our_settings_is_refused(String setting, String value) {
    ServerFacts facts = facts();
    ServerFacts newest =
        new ServerFacts(
            180_000,
            false,
            0,
            with(facts, "transaction_timeout", "5000").settings(),
            facts.uniqueIndexes());
    assertEquals(List.of(), StartupChecks.ofSchema(newest));
    assertRefused(StartupChecks.ofSchema(with(newest, setting, value)), setting);
  }

  @Test
  void I10_before_version_17_there_is_no_transaction_timeout_to_miss() {
    ServerFacts facts = with(facts(), "transaction_timeout", "0");
    ServerFacts old = new ServerFacts(160_004, false, 0, facts.settings(), facts.uniqueIndexes());
    assertEquals(List.of(), StartupChecks.ofSchema(old));
  }

  @Test
  void a_schema_of_a_newer_program_is_refused_and_left_alone() throws SQLException {
    SCHEMA.run(
        """
        INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
                                           checksum, installed_by, execution_time, success)
        VALUES (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'ann', 1, true)\
        """);
    assertRefused(PostgresStart.prepare(SCHEMA.settings()), "99");
    SCHEMA.run("DELETE FROM flyway_schema_history WHERE installed_rank = 99");
  }

  @Test
  void a_migration_that_was_changed_afterwards_is_refused() throws SQLException {
    SCHEMA.run("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '3'");
    assertRefused(PostgresStart.prepare(SCHEMA.settings()), "could not be migrated");
    SCHEMA.run("UPDATE flyway_schema_history SET checksum = checksum - 1 WHERE version = '3'");
  }
}

package dev.holdfast.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.holdfast.postgres.jdbc.DataSources;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The schema comes from nothing, once, whoever asks; names of constraints are its contract. */
final class MigrationsTest {
  private final PostgresSettings settings =
      PostgresServer.settings()
          .withSchema("t_migrations_" + UUID.randomUUID().toString().substring(0, 8));

  @AfterEach
  void drop() throws SQLException {
    try (Connection connection = DataSources.plain(settings, "stranger").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS " + settings.schema() + " CASCADE");
    }
  }

  @Test
  void a_schema_comes_from_nothing_and_a_second_time_changes_nothing() throws SQLException {
    assertEquals(List.of(), PostgresStart.prepare(settings));
    Set<String> first = names("SELECT version FROM flyway_schema_history");
    assertEquals(List.of(), PostgresStart.prepare(settings));
    assertEquals(first, names("SELECT version FROM flyway_schema_history"));
  }

  @Test
  void nodes_that_start_together_take_turns() throws Exception {
    List<FutureTask<List<Finding>>> nodes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      FutureTask<List<Finding>> node = new FutureTask<>(() -> PostgresStart.prepare(settings));
      nodes.add(node);
      Thread.ofVirtual().start(node);
    }
    for (FutureTask<List<Finding>> node : nodes) {
      assertEquals(List.of(), node.get(60, TimeUnit.SECONDS));
    }
  }

  /** Other tests put a clock of their own in its place. */
  @Test
  void the_clock_that_is_shipped_goes_on_inside_a_transaction() throws SQLException {
    PostgresStart.prepare(settings);
    try (Connection connection = DataSources.plain(settings, "stranger").getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      String begun = clock(statement);
      String later = begun;
      for (int asked = 0; asked < 1_000 && later.equals(begun); asked++) {
        later = clock(statement);
      }
      assertNotEquals(begun, later);
    }
  }

  private static String clock(Statement statement) throws SQLException {
    try (ResultSet now = statement.executeQuery("SELECT holdfast_now()::text")) {
      now.next();
      return now.getString(1);
    }
  }

  @Test
  void constraints_have_the_names_that_code_and_operators_know_them_by() throws SQLException {
    PostgresStart.prepare(settings);
    Set<String> expected = new HashSet<>(StartupChecks.UNIQUE_INDEXES);
    expected.removeAll(List.of("sale_open", "workspace_default"));
    expected.addAll(
        List.of(
            "api_key_company_known",
            "api_key_kind_known",
            "api_key_opens_one",
            "api_key_pkey",
            "api_key_sealed_whole",
            "api_key_workspace_known",
            "area_adds_up",
            "area_record_has_places",
            "area_record_state_whole",
            "area_version_grows",
            "chart_layout_categories_whole",
            "chart_layout_flags_whole",
            "chart_layout_chart_known",
            "chart_layout_pkey",
            "chart_object_area_has_capacity",
            "chart_object_area_stands_alone",
            "chart_object_kind_known",
            "chart_object_pkey",
            "chart_pkey",
            "chart_published_counted",
            "chart_tags_bounded",
            "chart_workspace_known",
            "company_pkey",
            "deleted_event_pkey",
            "event_chart_in_use",
            "event_head_event_known",
            "event_head_seq_counts_up",
            "event_pkey",
            "event_workspace_known",
            "hold_token_expires_later",
            "hold_token_pkey",
            "hold_token_workspace_known",
            "idempotency_key_digest",
            "idempotency_key_pkey",
            "node_pkey",
            "sale_rules_event_known",
            "sale_rules_pkey",
            "sale_rules_table_mode_known",
            "sale_rules_whole",
            "seat_state_whole",
            "seat_version_grows",
            "webhook_delivery_pkey",
            "webhook_delivery_status_whole",
            "webhook_lease_webhook_known",
            "webhook_pkey",
            "webhook_workspace_known",
            "workspace_company_known",
            "workspace_default_usable",
            "workspace_pkey"));
    assertEquals(
        expected,
        names(
            """
            SELECT conname FROM pg_constraint
            WHERE connamespace = current_schema()::regnamespace AND contype IN ('p', 'u', 'f', 'c')
              AND conrelid <> 'flyway_schema_history'::regclass\
            """));
  }

  private Set<String> names(String sql) throws SQLException {
    Set<String> names = new HashSet<>();
    try (Connection connection = DataSources.plain(settings, "stranger").getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}

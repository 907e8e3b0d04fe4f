package dev.holdfast.postgres;

import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was asked of a server, to be judged by {@link StartupChecks}.
 *
 * @param version {@code server_version_num}, 180006 for 18.6
 * @param replica whether it only repeats another server
 * @param replicas how many servers repeat this one
 * @param settings settings of the session asked on, those that it knows
 * @param uniqueIndexes names of unique indexes in the schema that are complete and in force
 */
record ServerFacts(
    int version,
    boolean replica,
    int replicas,
    Map<String, String> settings,
    Set<String> uniqueIndexes) {
  ServerFacts {
    settings = Map.copyOf(settings);
    uniqueIndexes = Set.copyOf(uniqueIndexes);
  }

  private static final String SERVER =
      """
      SELECT current_setting('server_version_num')::integer, pg_is_in_recovery(),
             (SELECT count(*) FROM pg_stat_replication)\
      """;

  private static final String SETTINGS = "SELECT name, setting FROM pg_settings";

  private static final String UNIQUE_INDEXES =
      """
      SELECT c.relname FROM pg_index i
      JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema()
        AND i.indisunique AND i.indisvalid AND i.indisready AND i.indislive\
      """;

  private record Setting(String name, String value) {}

  /** Asks on a connection as the pools open them. */
  static ServerFacts ask(Connection connection) throws SQLException {
    Map<String, String> settings = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(SETTINGS)) {
      Rows.list(statement, row -> new Setting(Rows.text(row, 1), Rows.text(row, 2)))
          .forEach(setting -> settings.put(setting.name, setting.value));
    }
    Set<String> indexes;
    try (PreparedStatement statement = connection.prepareStatement(UNIQUE_INDEXES)) {
      indexes = new HashSet<>(Rows.list(statement, row -> Rows.text(row, 1)));
    }
    try (PreparedStatement statement = connection.prepareStatement(SERVER)) {
      return Rows.first(
              statement,
              row ->
                  new ServerFacts(
                      row.getInt(1), row.getBoolean(2), row.getInt(3), settings, indexes))
          .orElseThrow();
    }
  }
}

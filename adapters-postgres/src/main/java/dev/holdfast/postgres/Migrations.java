package dev.holdfast.postgres;

import dev.holdfast.postgres.jdbc.DataSources;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings a database's schema to the version of this program; forward only. */
final class Migrations {
  /** Any number will do, as long as no other program of ours locks by it. */
  private static final long LOCK = 0x486f_6c64_6661_7374L;

  private final PGSimpleDataSource source;
  private final Flyway flyway;
  private final String schema;

  Migrations(PostgresSettings settings) {
    schema = settings.schema();
    source = DataSources.plain(settings, "holdfast-migration");
    flyway =
        Flyway.configure()
            .dataSource(source)
            .schemas(schema)
            .defaultSchema(schema)
            .locations("classpath:db/holdfast")
            .load();
  }

  /** Migrations in the database that this program does not know: a newer one wrote them. */
  List<Finding> newer() {
    return Arrays.stream(flyway.info().all())
        .filter(migration -> migration.getState().name().startsWith("FUTURE"))
        .map(Migrations::newer)
        .toList();
  }

  private static Finding newer(MigrationInfo migration) {
    return Finding.refuse(
        "the schema is newer than this program: it has migration "
            + migration.getVersion()
            + " ("
            + migration.getDescription()
            + ")");
  }

  /**
   * Applies what is missing. Several nodes may do so at once: they take turns under a lock of the
   * session, because Flyway's own begins only once the schema exists.
   *
   * @return why it could not be done; empty when it was
   */
  List<Finding> migrate() throws SQLException {
    try (Connection turn = source.getConnection();
        Statement statement = turn.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
      flyway.migrate();
      return List.of();
    } catch (FlywayException e) {
      return List.of(Finding.refuse("the schema could not be migrated: " + e.getMessage()));
    }
  }
}

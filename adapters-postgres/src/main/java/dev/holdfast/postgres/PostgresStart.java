package dev.holdfast.postgres;

import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.postgres.jdbc.Pool;
import dev.holdfast.postgres.jdbc.SessionSettings;
import dev.holdfast.postgres.webhook.ForeignSecrets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a database ready for use, and says what is wrong with it. */
public final class PostgresStart {
  /** Nothing is warm yet, perhaps the server neither. */
  private static final Duration FIRST_CONNECTION = Duration.ofSeconds(15);

  private PostgresStart() {}

  /**
   * Checks the server, migrates the schema, checks the schema and the sessions. A server that must
   * be refused, or a schema of a newer program, is left as it is.
   *
   * @return what an operator should know; none that {@link Finding#refuses()} when all is well
   * @throws StoreFailure.Unavailable when the server does not answer
   */
  public static List<Finding> prepare(PostgresSettings settings) {
    Migrations migrations = new Migrations(settings);
    List<Finding> findings = new ArrayList<>();
    PostgresSettings patient = settings.withPatience(FIRST_CONNECTION);
    try (Pool pool = new Pool(patient, SessionSettings.WRITER, "holdfast-start", 1)) {
      findings.addAll(StartupChecks.ofServer(pool.read(ServerFacts::ask)));
      if (refused(findings)) {
        return findings;
      }
      findings.addAll(migrations.newer());
      if (refused(findings)) {
        return findings;
      }
      findings.addAll(migrations.migrate());
      if (refused(findings)) {
        return findings;
      }
      findings.addAll(StartupChecks.ofSchema(pool.read(ServerFacts::ask)));
      Optional<SecretBox> secrets = settings.secrets();
      findings.addAll(
          StartupChecks.ofSecrets(
              secrets.isPresent(), pool.read(each -> ForeignSecrets.count(each, secrets))));
      return findings;
    } catch (SQLException e) {
      throw new StoreFailure.Unavailable("the database cannot be made ready now", e);
    }
  }

  private static boolean refused(List<Finding> findings) {
    return findings.stream().anyMatch(Finding::refuses);
  }
}

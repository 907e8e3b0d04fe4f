package dev.holdfast.app;

import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.postgres.Durability;
import dev.holdfast.postgres.Finding;
import dev.holdfast.postgres.PostgresSettings;
import dev.holdfast.postgres.PostgresStart;
import dev.holdfast.postgres.PostgresStore;
import dev.holdfast.postgres.SecretBox;
import dev.holdfast.postgres.embedded.EmbeddedPostgres;
import dev.holdfast.postgres.embedded.EmbeddedSettings;
import dev.holdfast.postgres.embedded.SecretKeyFile;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store: an external PostgreSQL if one is named, else the embedded one. */
final class Storage {
  private static final Logger LOG = LoggerFactory.getLogger(Storage.class);

  private Storage() {}

  /**
   * Opens it, migrated and checked.
   *
   * @param closing gets what has to be closed
   * @param lost is run when the embedded server ends by itself
   * @throws StartException when it cannot be trusted or reached
   */
  static PostgresStore open(Configuration configuration, Closing closing, Runnable lost) {
    PostgresSettings settings =
        configuration
            .postgres()
            .map(Storage::external)
            .orElseGet(() -> embedded(configuration, closing, lost))
            .withDurability(configuration.relaxedHolds() ? Durability.RELAXED : Durability.FULL);
    settings = secrets(configuration).map(settings::withSecrets).orElse(settings);
    prepare(settings);
    return closing.add(PostgresStore.open(settings));
  }

  private static PostgresSettings external(Configuration.Postgres postgres) {
    try {
      return PostgresSettings.of(
          postgres.url(), postgres.user().orElse(""), postgres.password().orElse(""));
    } catch (IllegalArgumentException e) {
      throw new StartException(Setting.HOLDFAST_POSTGRES_URL + ": " + e.getMessage(), e);
    }
  }

  private static PostgresSettings embedded(
      Configuration configuration, Closing closing, Runnable lost) {
    EmbeddedPostgres server =
        closing.add(
            EmbeddedPostgres.start(configuration.dataDirectory(), EmbeddedSettings.defaults()));
    var _ =
        server
            .onExit()
            .thenRun(() -> {
              if (!closing.hasBegun()) {
                lost.run();
              }
            });
    return PostgresSettings.of(server.jdbcUrl(), server.user(), server.password());
  }

  /** The key of the data directory serves where none is given and the directory is in use. */
  private static Optional<SecretBox> secrets(Configuration configuration) {
    Optional<SecretBox> given = configuration.webhooks().secretKey();
    if (given.isPresent() || configuration.postgres().isPresent()) {
      return given;
    }
    return Optional.of(SecretKeyFile.in(configuration.dataDirectory()).box());
  }

  private static void prepare(PostgresSettings settings) {
    List<Finding> findings;
    try {
      findings = PostgresStart.prepare(settings);
    } catch (StoreFailure e) {
      throw new StartException("PostgreSQL cannot be used: " + rootMessage(e), e);
    }
    findings.stream().filter(each -> !each.refuses()).forEach(each -> LOG.warn("{}", each.what()));
    List<String> refusals = findings.stream().filter(Finding::refuses).map(Finding::what).toList();
    if (!refusals.isEmpty()) {
      throw new StartException(String.join(System.lineSeparator(), refusals), null);
    }
  }

  private static String rootMessage(Throwable trouble) {
    Throwable root = trouble;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return trouble.getMessage() + " (" + root.getMessage() + ")";
  }
}

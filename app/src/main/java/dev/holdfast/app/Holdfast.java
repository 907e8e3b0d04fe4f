package dev.holdfast.app;

import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.catalog.CompanyWorkspaces;
import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.catalog.Notations;
import dev.holdfast.domain.catalog.Sales;
import dev.holdfast.domain.catalog.Workspaces;
import dev.holdfast.domain.feed.Histories;
import dev.holdfast.domain.integrity.Integrity;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.PayloadNotation;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.reservation.Gate;
import dev.holdfast.domain.webhook.Webhooks;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.HttpServer;
import dev.holdfast.http.HttpSettings;
import dev.holdfast.http.LayoutNotations;
import dev.holdfast.http.Readiness;
import dev.holdfast.http.UseCases;
import dev.holdfast.http.outbound.OutboundSender;
import dev.holdfast.http.seatsio.SeatsioSettings;
import dev.holdfast.http.tmt.TmtSettings;
import dev.holdfast.http.v1.V1Payloads;
import dev.holdfast.postgres.Housekeeping;
import dev.holdfast.postgres.PostgresStore;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole service, wired and running. */
public final class Holdfast implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Holdfast.class);

  private static final Duration HOUSEKEEPING = Duration.ofSeconds(5);
  private static final int TIDY_BATCHES = 20;

  /** Often, because others wait for a row as long as its frozen holder lives. */
  private static final Duration OVERDUE = Duration.ofSeconds(1);

  private final Closing closing;
  private final HttpServer server;
  private final Optional<Demo> demo;

  private Holdfast(Closing closing, HttpServer server, Optional<Demo> demo) {
    this.closing = closing;
    this.server = server;
    this.demo = demo;
  }

  /**
   * Starts the service; returns when it is selling.
   *
   * @param lost is run when the embedded PostgreSQL ends by itself: the service is then of no use
   * @throws StartException when it cannot start here
   */
  public static Holdfast start(Configuration configuration, Runnable lost) {
    Closing closing = new Closing();
    try {
      return start(configuration, closing, lost);
    } catch (RuntimeException | Error e) {
      closing.close();
      throw e;
    }
  }

  private static Holdfast start(Configuration configuration, Closing closing, Runnable lost) {
    PostgresStore store = Storage.open(configuration, closing, lost);
    Housekeeping housekeeping = store.housekeeping();
    closing.add(Repeating.every(HOUSEKEEPING, "housekeeping", () -> tidy(housekeeping)));
    closing.add(
        Repeating.every(
            OVERDUE, "overdue transactions", () -> housekeeping.endOverdueTransactions()));

    CachedCatalog catalog = new CachedCatalog(store.catalog());
    IdempotencyPort answers = new AnswersBesideCache(store.answers(), catalog);
    Gate gate = GateBackend.open(configuration, store.nodes(), closing);
    Notations notations = new Notations(LayoutNotations.all());
    Sales sales = new Sales(catalog, notations);
    Reservations reservations =
        Engine.start(
            store.ledger(),
            catalog,
            sales,
            store.tokens(),
            answers,
            gate,
            configuration.limits(),
            closing);

    IdSource ids = IdSource.secure();
    OutboundSender sender =
        closing.add(new OutboundSender(configuration.webhooks().privateAddresses()));
    PayloadNotation payloads = new V1Payloads();
    WebhookWork.start(
        store.deliveries(), sender, payloads, configuration.webhooks().retries(), closing);
    UseCases useCases =
        new UseCases(
            reservations,
            new Charts(catalog, ids, LayoutNotations.all()),
            new Events(catalog, ids),
            new Houses(catalog, sales, notations),
            new Workspaces(catalog, ids),
            new CompanyWorkspaces(catalog, ids),
            store.journal(),
            new Histories(catalog, store.ledger()),
            new Integrity(catalog, store.ledger(), TimeSource.system()),
            new Webhooks(store.webhooks(), sender, payloads, ids, TimeSource.system()),
            answers,
            () -> new Readiness(answers(store), gate.isOpen() && gate.answers()));
    HttpServer server =
        closing.add(listen(configuration, useCases, openWorkspace(configuration, catalog)));
    Optional<Demo> demo = Demo.onFirstStart(useCases, System.out::println);
    LOG.info("selling; {}", configuration);
    return new Holdfast(closing, server, demo);
  }

  /** Its number, which is asked for whenever somebody comes without a key. */
  private static Optional<WorkspaceId> openWorkspace(
      Configuration configuration, CatalogPort catalog) {
    Optional<String> key = configuration.tmt().openWorkspace();
    Optional<WorkspaceId> workspace = key.flatMap(catalog::findWorkspace).map(Workspace::id);
    if (key.isPresent() && workspace.isEmpty()) {
      throw new StartException(
          Setting.HOLDFAST_TMT_OPEN_WORKSPACE + ": there is no workspace of this key", null);
    }
    return workspace;
  }

  private static HttpServer listen(
      Configuration configuration, UseCases useCases, Optional<WorkspaceId> open) {
    try {
      return new HttpServer(http(configuration, open), useCases).start();
    } catch (RuntimeException e) {
      throw new StartException(
          "cannot listen on %s:%d (%s): choose another %s or %s"
              .formatted(
                  configuration.host(),
                  configuration.port(),
                  e.getMessage(),
                  Setting.HOLDFAST_HOST,
                  Setting.HOLDFAST_PORT),
          e);
    }
  }

  private static HttpSettings http(Configuration configuration, Optional<WorkspaceId> open) {
    return new HttpSettings(
        configuration.host(),
        configuration.port(),
        configuration.adminKey().orElse(null),
        configuration.publicKeyBooking(),
        new TmtSettings(configuration.tmt().holdLife(), open),
        new SeatsioSettings(configuration.seatsioSystemSecret()),
        configuration.limits().requestsByKey(),
        HttpSettings.Bounds.STANDARD);
  }

  private static boolean answers(PostgresStore store) {
    try {
      store.check();
      return true;
    } catch (StoreFailure e) {
      return false;
    }
  }

  /** Small batches, so that nothing ever holds up the writers, and a bounded number a round. */
  private static void tidy(Housekeeping housekeeping) {
    for (int batch = 0; batch < TIDY_BATCHES && housekeeping.pruneCommitIds() > 0; batch++) {
      // There may be more.
    }
    for (int batch = 0; batch < TIDY_BATCHES && housekeeping.pruneTokens() > 0; batch++) {
      // There may be more.
    }
    for (int batch = 0; batch < TIDY_BATCHES && housekeeping.pruneAnswers() > 0; batch++) {
      // There may be more.
    }
    for (int batch = 0; batch < TIDY_BATCHES && housekeeping.removeDeletedEvents() > 0; batch++) {
      // There may be more.
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** What the first start made, if this was one: the only time its keys are told. */
  public Optional<Demo> demo() {
    return demo;
  }

  /** Lets requests under way finish, then closes everything. */
  @Override
  public void close() {
    closing.close();
  }
}

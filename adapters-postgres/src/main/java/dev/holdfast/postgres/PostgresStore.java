package dev.holdfast.postgres;

import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.JournalPort;
import dev.holdfast.domain.port.NodeRegistryPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.WebhookPort;
import dev.holdfast.postgres.catalog.PostgresCatalog;
import dev.holdfast.postgres.jdbc.Pool;
import dev.holdfast.postgres.jdbc.Rows;
import dev.holdfast.postgres.jdbc.SessionSettings;
import dev.holdfast.postgres.ledger.PostgresHoldTokens;
import dev.holdfast.postgres.ledger.PostgresIdempotency;
import dev.holdfast.postgres.ledger.PostgresJournal;
import dev.holdfast.postgres.ledger.PostgresLedger;
import dev.holdfast.postgres.webhook.PostgresDeliveries;
import dev.holdfast.postgres.webhook.PostgresWebhooks;
import java.sql.PreparedStatement;
import java.util.stream.Stream;

/**
 * Ledger and catalog over five pools (see {@link PoolSizes}), so that neither readers nor changes
 * of the catalog can ever use up what sales need, nor what streams and webhooks do. The database
 * must have been made ready by {@link PostgresStart#prepare}. Safe for use by many threads.
 */
public final class PostgresStore implements AutoCloseable {
  /** The application name of the ledger's connections. */
  static final String WRITERS = "holdfast-writer";

  /** The application name of the connections for changes of the catalog. */
  static final String CHANGES = "holdfast-change";

  private static final String LOOKUPS = "holdfast-lookup";
  private static final String READERS = "holdfast-reader";
  private static final String BACKGROUND = "holdfast-background";

  private final Pool writers;
  private final Pool lookups;
  private final Pool changes;
  private final Pool readers;
  private final Pool background;
  private final SeatLedgerPort ledger;
  private final JournalPort journal;
  private final CatalogPort catalog;
  private final WebhookPort webhooks;
  private final DeliveryPort deliveries;
  private final HoldTokenPort tokens;
  private final IdempotencyPort answers;

  private PostgresStore(PostgresSettings settings) {
    PoolSizes sizes = settings.pools();
    writers = new Pool(settings, SessionSettings.WRITER, WRITERS, sizes.writers());
    lookups = new Pool(settings, SessionSettings.LOOKUP, LOOKUPS, sizes.lookups());
    changes = new Pool(settings, SessionSettings.CHANGE, CHANGES, sizes.changes());
    readers = new Pool(settings, SessionSettings.READER, READERS, sizes.readers());
    background = new Pool(settings, SessionSettings.READER, BACKGROUND, sizes.background());
    ledger = new PostgresLedger(writers, lookups, readers, settings.durability());
    journal = new PostgresJournal(background, settings.durability());
    catalog = new PostgresCatalog(lookups, changes, readers, settings.secrets());
    tokens = new PostgresHoldTokens(changes, lookups);
    answers = new PostgresIdempotency(changes, lookups, settings.secrets());
    webhooks = new PostgresWebhooks(changes, readers, settings.secrets());
    deliveries = new PostgresDeliveries(background, settings.secrets());
  }

  /** Opens the pools; a server that is not there now may come later. */
  public static PostgresStore open(PostgresSettings settings) {
    return new PostgresStore(settings);
  }

  /** The ledger. */
  public SeatLedgerPort ledger() {
    return ledger;
  }

  /** The journal for those who follow it: whoever asks for large pictures does not disturb them. */
  public JournalPort journal() {
    return journal;
  }

  /** The catalog. */
  public CatalogPort catalog() {
    return catalog;
  }

  /** Tokens that expire by themselves. */
  public HoldTokenPort tokens() {
    return tokens;
  }

  /** Answers under idempotency keys. */
  public IdempotencyPort answers() {
    return answers;
  }

  /** The webhooks. */
  public WebhookPort webhooks() {
    return webhooks;
  }

  /** What webhooks are to be told. */
  public DeliveryPort deliveries() {
    return deliveries;
  }

  /** The nodes that work on this store. */
  public NodeRegistryPort nodes() {
    return new PostgresNodeRegistry(background);
  }

  /** Work to be done now and then in the background. */
  public Housekeeping housekeeping() {
    return new Housekeeping(changes, lookups);
  }

  /**
   * Are changes likely to succeed now? Answers within the patience of the settings when there is no
   * connection to be had.
   *
   * @throws StoreFailure.Unavailable when they are not
   */
  public void check() {
    boolean replica =
        lookups.read(connection -> {
          try (PreparedStatement ask = connection.prepareStatement("SELECT pg_is_in_recovery()")) {
            return Rows.first(ask, row -> row.getBoolean(1)).orElseThrow();
          }
        });
    if (replica) {
      throw new StoreFailure.Unavailable("the database is a replica now", null);
    }
  }

  /** Connections of all pools in use now; 0 when nobody is at work. */
  public int activeConnections() {
    return pools().mapToInt(Pool::active).sum();
  }

  /**
   * Closes the connections that nobody uses, and opens one of each pool.
   *
   * @throws StoreFailure.Unavailable when the server cannot be reached yet
   */
  void renew() {
    pools().forEach(Pool::renew);
    pools()
        .forEach(pool ->
            pool.read(connection -> {
              try (PreparedStatement ask = connection.prepareStatement("SELECT true")) {
                return Rows.first(ask, row -> row.getBoolean(1)).orElseThrow();
              }
            }));
  }

  /** Whether all connections are there. */
  boolean isFull() {
    return pools().allMatch(Pool::isFull);
  }

  private Stream<Pool> pools() {
    return Stream.of(writers, lookups, changes, readers, background);
  }

  @Override
  public void close() {
    pools().forEach(Pool::close);
  }
}

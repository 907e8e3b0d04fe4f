package dev.holdfast.postgres;

import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.NodeRegistryPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.postgres.catalog.PostgresCatalog;
import dev.holdfast.postgres.jdbc.Pool;
import dev.holdfast.postgres.jdbc.Rows;
import dev.holdfast.postgres.jdbc.SessionSettings;
import dev.holdfast.postgres.ledger.PostgresLedger;
import java.sql.PreparedStatement;

/**
 * Ledger and catalog over two pools: one for the ledger's transactions, one for everything else, so
 * that readers can never use up what sales need. The database must have been made ready by {@link
 * PostgresStart#prepare}. Safe for use by many threads.
 */
public final class PostgresStore implements AutoCloseable {
  /** The application name of the ledger's connections. */
  static final String WRITERS = "holdfast-writer";

  private static final String READERS = "holdfast-reader";

  private final Pool writers;
  private final Pool readers;
  private final SeatLedgerPort ledger;
  private final CatalogPort catalog;

  private PostgresStore(PostgresSettings settings) {
    writers = new Pool(settings, SessionSettings.WRITER, WRITERS, settings.writers());
    readers = new Pool(settings, SessionSettings.READER, READERS, settings.readers());
    ledger = new PostgresLedger(writers, readers, settings.durability());
    catalog = new PostgresCatalog(readers);
  }

  /** Opens the pools; a server that is not there now may come later. */
  public static PostgresStore open(PostgresSettings settings) {
    return new PostgresStore(settings);
  }

  /** The ledger. */
  public SeatLedgerPort ledger() {
    return ledger;
  }

  /** The catalog. */
  public CatalogPort catalog() {
    return catalog;
  }

  /** The nodes that work on this store. */
  public NodeRegistryPort nodes() {
    return new PostgresNodeRegistry(readers);
  }

  /** Work to be done now and then in the background. */
  public Housekeeping housekeeping() {
    return new Housekeeping(readers);
  }

  /**
   * Are changes likely to succeed now? Answers within the patience of the settings when there is no
   * connection to be had.
   *
   * @throws StoreFailure.Unavailable when they are not
   */
  public void check() {
    boolean replica =
        readers.read(connection -> {
          try (PreparedStatement ask = connection.prepareStatement("SELECT pg_is_in_recovery()")) {
            return Rows.first(ask, row -> row.getBoolean(1)).orElseThrow();
          }
        });
    if (replica) {
      throw new StoreFailure.Unavailable("the database is a replica now", null);
    }
  }

  /** Connections of both pools in use now; 0 when nobody is at work. */
  public int activeConnections() {
    return writers.active() + readers.active();
  }

  @Override
  public void close() {
    writers.close();
    readers.close();
  }
}

package dev.holdfast.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.postgres.jdbc.DataSources;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A schema of its own for a test class, migrated from nothing, with a clock that stands still until
 * it is moved. Each test finds it empty and must give back every connection it took.
 *
 * <pre>{@code
 * @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();
 * }</pre>
 */
public final class PostgresSchema
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

  /** Known to tests, and so to everybody. */
  private static final byte[] KEY = new byte[SecretBox.KEY_BYTES];

  private final Durability durability;
  private final boolean throughWire;
  private @Nullable PostgresSettings settings;
  private @Nullable PostgresStore store;
  private @Nullable Wire wire;
  private Instant now = START;

  /** With full durability and a direct connection. */
  public PostgresSchema() {
    this(Durability.FULL, false);
  }

  private PostgresSchema(Durability durability, boolean throughWire) {
    this.durability = durability;
    this.throughWire = throughWire;
  }

  /** One whose store is reached through a wire that can be cut. */
  public static PostgresSchema throughWire() {
    return new PostgresSchema(Durability.FULL, true);
  }

  /** One whose holds do not wait for the disk. */
  public static PostgresSchema relaxed() {
    return new PostgresSchema(Durability.RELAXED, false);
  }

  /** The store in this schema. */
  public PostgresStore store() {
    return there(store);
  }

  /** How to reach it, past the wire. */
  public PostgresSettings settings() {
    return there(settings);
  }

  /** The wire of a schema made by {@link #throughWire}. */
  public Wire wire() {
    return there(wire);
  }

  private static <T> T there(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("not before the first test");
    }
    return part;
  }

  /**
   * Cuts the wire, and comes back when the ledger has noticed: a pool lends what it used a moment
   * ago without a look, and only the first statement on it tells.
   */
  public void cut() {
    wire().cut();
    boolean noticed = false;
    while (!noticed) {
      try (LedgerTransaction transaction = store().ledger().begin(Till.aCommit())) {
        noticed = isCut(transaction);
      } catch (StoreFailure.Unavailable noConnection) {
        noticed = true;
      }
    }
  }

  /** Uses up a connection that was open. */
  private static boolean isCut(LedgerTransaction transaction) {
    try {
      return !transaction.absent(Set.of(new EventId(1))).isEmpty();
    } catch (StoreFailure.Unavailable dead) {
      return false;
    }
  }

  /** Mends the wire, and comes back when all pools have noticed. */
  public void repair() {
    wire().mend();
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      try {
        store().renew();
        awaitFull();
        return;
      } catch (StoreFailure.Unavailable notYet) {
        if (System.nanoTime() > end) {
          throw notYet;
        }
      }
    }
  }

  /** A trap on the wire must not meet a connection that is being opened in the background. */
  private void awaitFull() {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!store().isFull()) {
      assertTrue(System.nanoTime() < end, "connections are missing");
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    String test = context.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT);
    String name = "t_" + test + "_" + UUID.randomUUID().toString().substring(0, 8);
    settings =
        PostgresServer.settings()
            .withSchema(name)
            .withPools(new PoolSizes(6, 4, 3, 4, 4))
            .withPatience(throughWire ? Duration.ofMillis(500) : Duration.ofSeconds(5))
            .withDurability(durability)
            .withSecrets(new SecretBox(KEY));
    assertEquals(
        List.of(), PostgresStart.prepare(settings).stream().filter(Finding::refuses).toList());
    PostgresSettings reach = settings;
    if (throughWire) {
      wire = Wire.to(settings);
      reach = wire.settings(settings);
    }
    store = PostgresStore.open(reach);
  }

  /**
   * All tables, each before those that it refers to. What a test leaves behind is little: deleting
   * it takes a tenth of the time of truncating them all, which makes new files for each.
   */
  private static final List<String> TABLES =
      List.of(
          "webhook_delivery",
          "webhook_mark",
          "webhook_lease",
          "webhook",
          "hold_token",
          "idempotency_key",
          "journal",
          "sale",
          "seat",
          "area_record",
          "area",
          "commit_id",
          "node",
          "deleted_event",
          "event_head",
          "event",
          "chart_object",
          "chart_layout",
          "chart",
          "api_key",
          "workspace",
          "company");

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    now = START;
    if (wire != null) {
      awaitFull();
    }
    setClock();
    run(TABLES.stream().map("DELETE FROM "::concat).collect(Collectors.joining(";")));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    // New connections take much of a short test's time: only where some may be broken.
    if (wire != null && wire.isDisturbed()) {
      repair();
    }
    assertEquals(0, store().activeConnections(), "connections not given back");
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (store != null) {
      store.close();
    }
    if (wire != null) {
      wire.close();
    }
    if (settings != null) {
      run("DROP SCHEMA " + settings.schema() + " CASCADE");
    }
  }

  /** Moves the ledger's clock. */
  public void moveClock(Duration by) {
    now = now.plus(by);
    try {
      setClock();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void setClock() throws SQLException {
    run(
        """
        CREATE OR REPLACE FUNCTION holdfast_now() RETURNS timestamptz
          LANGUAGE sql VOLATILE AS $$ SELECT timestamptz '%s' $$\
        """
            .formatted(now));
  }

  /** A connection past the pools, as a stranger would open it; the caller closes it. */
  public Connection connection() throws SQLException {
    return DataSources.plain(settings(), "stranger").getConnection();
  }

  /** Runs a statement as a stranger would. */
  public void run(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package dev.holdfast.postgres.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.postgres.PostgresSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.Optional;

/**
 * A pool of connections whose sessions are set up alike, and the three ways to use one. Safe for
 * use by many threads.
 */
public final class Pool implements AutoCloseable {
  private static final Duration VALIDATION = Duration.ofSeconds(1);

  private final HikariDataSource source;

  /**
   * Opens nothing yet, so that a server that comes up later is no error.
   *
   * @param name what the server shows as the application's name
   * @param size most connections
   */
  public Pool(PostgresSettings settings, SessionSettings session, String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(DataSources.of(settings, name, session));
    config.setConnectionInitSql(session.asSql());
    config.setMaximumPoolSize(size);
    long patience = patience(settings, session).toMillis();
    config.setConnectionTimeout(patience);
    // A look at a connection that may be dead comes on top of the wait for it.
    config.setValidationTimeout(Math.min(patience, VALIDATION.toMillis()));
    config.setInitializationFailTimeout(-1);
    source = new HikariDataSource(config);
  }

  private static Duration patience(PostgresSettings settings, SessionSettings session) {
    Duration most = PostgresSettings.LOOKUP_PATIENCE;
    boolean tooLong = settings.patience().compareTo(most) > 0;
    return session == SessionSettings.LOOKUP && tooLong ? most : settings.patience();
  }

  /**
   * Lends a connection with auto-commit.
   *
   * @throws StoreFailure.Unavailable when there is none within the patience of the settings
   */
  public Lease lend() {
    try {
      return new Lease(source);
    } catch (SQLException e) {
      throw SqlFailures.ofWork(e);
    }
  }

  /**
   * Lends a connection with a transaction begun; the server hears of it with the first statement.
   *
   * @throws StoreFailure.Unavailable when there is none within the patience of the settings
   */
  public Lease lendForTransaction() {
    Lease lease = lend();
    try {
      lease.connection().setAutoCommit(false);
      return lease;
    } catch (SQLException e) {
      lease.note(e);
      lease.close();
      throw SqlFailures.ofWork(e);
    }
  }

  /**
   * Runs work that changes nothing, each statement by itself; within {@link JointWork} it sees what
   * that has changed.
   */
  public <R> R read(SqlFunction<Connection, R> work) {
    Optional<Lease> joint = JointWork.current().flatMap(JointWork::lease);
    if (joint.isPresent()) {
      return run(joint.get(), work);
    }
    try (Lease lease = lend()) {
      return run(lease, work);
    }
  }

  /**
   * Runs work in one transaction and commits it; within {@link JointWork} with what else that
   * changes.
   *
   * @throws StoreFailure.CommitUnknown when it may or may not have happened
   */
  public <R> R change(SqlFunction<Connection, R> work) {
    Optional<JointWork> joint = JointWork.current();
    if (joint.isPresent()) {
      return joint.get().change(this, work);
    }
    try (Lease lease = lendForTransaction()) {
      R result = run(lease, work);
      commit(lease);
      return result;
    }
  }

  /**
   * Runs read-only work that sees one instant: all its statements share a snapshot.
   *
   * @param work to be short: while a snapshot is open, no old version of a hot row can be removed
   */
  public <R> R snapshot(SqlFunction<Connection, R> work) {
    try (Lease lease = lendForTransaction()) {
      R result =
          run(
              lease,
              connection -> {
                try (var statement = connection.createStatement()) {
                  statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
                }
                return work.apply(connection);
              });
      // Nothing to commit, so nothing can be unknown.
      lease.rollBack();
      return result;
    }
  }

  /**
   * Runs work that is not a commit.
   *
   * @throws StoreFailure what may be concluded from its failure
   */
  public static <R> R run(Lease lease, SqlFunction<Connection, R> work) {
    try {
      return work.apply(lease.connection());
    } catch (SQLException e) {
      lease.note(e);
      throw SqlFailures.ofWork(e);
    }
  }

  /**
   * Commits; returns only when it is durable.
   *
   * @throws StoreFailure when it is not, or when that is not known
   */
  public static void commit(Lease lease) {
    end(
        lease,
        connection -> {
          connection.clearWarnings();
          connection.commit();
          return Optional.ofNullable(connection.getWarnings());
        });
  }

  /**
   * Runs work that ends with a commit; returns only when it is durable.
   *
   * @param work gives what the server warned of
   * @throws StoreFailure when it is not, or when that is not known
   */
  public static void end(Lease lease, SqlFunction<Connection, Optional<SQLWarning>> work) {
    Optional<SQLWarning> warning;
    try {
      warning = work.apply(lease.connection());
    } catch (SQLException e) {
      lease.note(e);
      throw SqlFailures.ofCommit(e);
    }
    if (warning.isPresent()) {
      // The server says so, with success, when it stopped waiting for its replica: the change is
      // on this server, but a failover may lose it.
      lease.doubt();
      throw new StoreFailure.CommitUnknown(
          "a commit came back with a warning: SQLSTATE " + warning.get().getSQLState(),
          warning.get());
    }
  }

  /**
   * Closes the connections that nobody uses, and the others as they come back: after a cut the pool
   * would lend what was used a moment ago without a look.
   */
  public void renew() {
    source.getHikariPoolMXBean().softEvictConnections();
  }

  /** Whether all connections are there, so that none is being opened in the background. */
  public boolean isFull() {
    return source.getHikariPoolMXBean().getTotalConnections() == source.getMaximumPoolSize();
  }

  /** Connections in use now. */
  public int active() {
    return source.getHikariPoolMXBean().getActiveConnections();
  }

  @Override
  public void close() {
    source.close();
  }
}

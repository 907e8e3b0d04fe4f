package dev.holdfast.postgres.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection on loan from a pool. Closing gives it back, or throws it away when something was
 * said that casts doubt on it: the pool would hand it out again at once, without a look.
 */
public final class Lease implements AutoCloseable {
  private final HikariDataSource source;
  private final Connection connection;
  private boolean doubtful;
  private boolean closed;

  Lease(HikariDataSource source) throws SQLException {
    this.source = source;
    this.connection = source.getConnection();
  }

  /** The connection; not to be closed by itself. */
  public Connection connection() {
    return connection;
  }

  /** Takes note of a failure. */
  public void note(SQLException failure) {
    doubtful |= SqlFailures.doubtsConnection(failure);
  }

  /** It will not be used again. */
  public void doubt() {
    doubtful = true;
  }

  /** Rolls back what is open; a connection that cannot even do that is thrown away. */
  public void rollBack() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      doubt();
    }
  }

  /** Ends the loan; an open transaction is rolled back. Never throws; again does no harm. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (!doubtful) {
      try {
        connection.close();
        return;
      } catch (SQLException e) {
        doubt();
      }
    }
    source.evictConnection(connection);
  }
}

package dev.holdfast.app.bench.rival;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Connections to PostgreSQL as a plain program has them. */
final class Pools {
  /** One for each of the connections or threads that are usually measured. */
  static final int SIZE = 64;

  private Pools() {}

  /** Opens a pool whose connections begin a transaction by themselves. */
  static HikariDataSource open(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(SIZE);
    config.setAutoCommit(false);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }

  /** Work in a transaction. */
  interface InTransaction<T> {
    T work(Connection connection) throws SQLException;
  }

  /** Commits what was done, or rolls it back when it threw. */
  static <T> T transaction(HikariDataSource pool, InTransaction<T> work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      try {
        T result = work.work(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }
}

package dev.holdfast.redis.planted;

import java.sql.Connection;
import java.sql.SQLException;

/** Planted: adapters do not see each other's stores. */
public final class LockThatQueries {
  private LockThatQueries() {}

  static boolean closed(Connection connection) throws SQLException {
    return connection.isClosed();
  }
}

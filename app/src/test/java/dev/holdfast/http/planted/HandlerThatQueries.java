package dev.holdfast.http.planted;

import java.sql.Connection;
import java.sql.SQLException;

/** Planted: a handler parses, calls, renders. */
public final class HandlerThatQueries {
  private HandlerThatQueries() {}

  static boolean closed(Connection connection) throws SQLException {
    return connection.isClosed();
  }
}

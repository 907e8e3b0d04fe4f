package dev.holdfast.postgres.planted;

import java.sql.SQLException;
import java.sql.Statement;

/** Planted: a store leaves time-outs to the server. */
public final class StoreThatCancels {
  private StoreThatCancels() {}

  static void impatient(Statement statement) throws SQLException {
    statement.setQueryTimeout(1);
  }
}

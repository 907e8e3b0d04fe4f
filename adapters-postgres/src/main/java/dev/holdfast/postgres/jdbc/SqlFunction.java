package dev.holdfast.postgres.jdbc;

import java.sql.SQLException;

/** Work with something of JDBC's, which may fail as JDBC fails. */
@FunctionalInterface
public interface SqlFunction<T, R> {
  R apply(T subject) throws SQLException;
}

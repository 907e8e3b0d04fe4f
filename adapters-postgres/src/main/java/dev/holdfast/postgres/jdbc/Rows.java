package dev.holdfast.postgres.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads columns and rows. */
public final class Rows {
  private Rows() {}

  /** All rows of the statement's answer. */
  public static <R> List<R> list(PreparedStatement statement, SqlFunction<ResultSet, R> row)
      throws SQLException {
    List<R> all = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        all.add(row.apply(rows));
      }
    }
    return all;
  }

  /** The first row of the statement's answer, if it has one. */
  public static <R> Optional<R> first(PreparedStatement statement, SqlFunction<ResultSet, R> row)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(row.apply(rows)) : Optional.empty();
    }
  }

  /** A column that is never null. */
  public static String text(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNull(row.getString(column));
  }

  /** A {@code text[]} column that is never null, and nothing in it. */
  public static List<String> texts(ResultSet row, int column) throws SQLException {
    String[] texts = (String[]) Objects.requireNonNull(row.getArray(column).getArray());
    return List.copyOf(Arrays.asList(texts));
  }

  /** A {@code text[]} column that is never null; what is in it may be. */
  public static @Nullable String[] textsOrNull(ResultSet row, int column) throws SQLException {
    return (@Nullable String[]) Objects.requireNonNull(row.getArray(column).getArray());
  }

  /** A {@code boolean[]} column that is never null, and nothing in it. */
  public static List<Boolean> truths(ResultSet row, int column) throws SQLException {
    Boolean[] truths = (Boolean[]) Objects.requireNonNull(row.getArray(column).getArray());
    return List.copyOf(Arrays.asList(truths));
  }

  /** An {@code integer[]} column that is never null, and nothing in it. */
  public static List<Integer> integers(ResultSet row, int column) throws SQLException {
    Integer[] numbers = (Integer[]) Objects.requireNonNull(row.getArray(column).getArray());
    return List.copyOf(Arrays.asList(numbers));
  }

  /** A {@code bigint[]} column that is never null; what is in it may be. */
  public static @Nullable Long[] numbersOrNull(ResultSet row, int column) throws SQLException {
    return (@Nullable Long[]) Objects.requireNonNull(row.getArray(column).getArray());
  }

  /** A {@code timestamptz} column that may be null. */
  public static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** A {@code date} column that may be null. */
  public static @Nullable LocalDate dateOrNull(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** A {@code timestamptz} column that is never null. */
  public static Instant instant(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNull(instantOrNull(row, column));
  }
}

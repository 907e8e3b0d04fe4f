package dev.holdfast.postgres.jdbc;

import dev.holdfast.domain.port.StoreFailure;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values for the parameters of a statement, in the order in which they stand in its text. A column
 * of many rows goes over as one array.
 *
 * @see #text(String) what text can be stored
 */
public final class Bindings {
  private final PreparedStatement statement;
  private int last;

  public Bindings(PreparedStatement statement) {
    this.statement = statement;
  }

  /** A value of a row, as text. */
  @FunctionalInterface
  public interface TextOf<T> {
    @Nullable String of(T row);
  }

  /** A value of a row, as a number. */
  @FunctionalInterface
  public interface NumberOf<T> {
    @Nullable Long of(T row);
  }

  /** A value of a row, as an instant. */
  @FunctionalInterface
  public interface InstantOf<T> {
    @Nullable Instant of(T row);
  }

  /** {@code bigint}. */
  public Bindings number(long value) throws SQLException {
    statement.setLong(++last, value);
    return this;
  }

  /** {@code integer}. */
  public Bindings integer(int value) throws SQLException {
    statement.setInt(++last, value);
    return this;
  }

  /** {@code boolean}. */
  public Bindings truth(boolean value) throws SQLException {
    statement.setBoolean(++last, value);
    return this;
  }

  /** {@code uuid}. */
  public Bindings uuid(UUID value) throws SQLException {
    statement.setObject(++last, value);
    return this;
  }

  /**
   * {@code text}.
   *
   * @throws StoreFailure.Rejected for half a surrogate pair, which has no UTF-8: the driver would
   *     silently store a question mark, and two labels would become one
   */
  public Bindings text(@Nullable String value) throws SQLException {
    if (value == null) {
      statement.setNull(++last, Types.VARCHAR);
    } else {
      statement.setString(++last, storable(value));
    }
    return this;
  }

  /** {@code timestamptz}, to the microsecond. */
  public Bindings instant(Instant value) throws SQLException {
    statement.setString(++last, iso(value));
    return this;
  }

  /** {@code date}. */
  public Bindings date(@Nullable LocalDate value) throws SQLException {
    if (value == null) {
      statement.setNull(++last, Types.DATE);
    } else {
      statement.setObject(++last, value);
    }
    return this;
  }

  /** {@code double precision}: a duration in seconds. */
  public Bindings seconds(Duration value) throws SQLException {
    statement.setDouble(++last, value.toMillis() / 1000.0);
    return this;
  }

  /** {@code bigint[]}. */
  public <T> Bindings numbers(Collection<T> rows, ToLongFunction<? super T> value)
      throws SQLException {
    statement.setObject(++last, rows.stream().mapToLong(value).toArray());
    return this;
  }

  /** {@code bigint[]} (the statement casts), with null where there is no number. */
  public <T> Bindings numbersOrNone(Collection<T> rows, NumberOf<? super T> value)
      throws SQLException {
    return texts(
        rows,
        row -> {
          Long number = value.of(row);
          return number == null ? null : number.toString();
        });
  }

  /** {@code integer[]}. */
  public <T> Bindings integers(Collection<T> rows, ToIntFunction<? super T> value)
      throws SQLException {
    statement.setObject(++last, rows.stream().mapToInt(value).toArray());
    return this;
  }

  /** {@code boolean[]}. */
  public <T> Bindings truths(Collection<T> rows, Predicate<? super T> value) throws SQLException {
    boolean[] column = new boolean[rows.size()];
    int at = 0;
    for (T row : rows) {
      column[at++] = value.test(row);
    }
    statement.setObject(++last, column);
    return this;
  }

  /** {@code text[]}; see {@link #text}. */
  public <T> Bindings texts(Collection<T> rows, TextOf<? super T> value) throws SQLException {
    @Nullable String[] column = new @Nullable String[rows.size()];
    int at = 0;
    for (T row : rows) {
      String text = value.of(row);
      column[at++] = text == null ? null : storable(text);
    }
    statement.setObject(++last, column);
    return this;
  }

  /** {@code timestamptz[]} (the statement casts), to the microsecond. */
  public <T> Bindings instants(Collection<T> rows, InstantOf<? super T> value) throws SQLException {
    return texts(
        rows,
        row -> {
          Instant instant = value.of(row);
          return instant == null ? null : iso(instant);
        });
  }

  /** Cut here, because the server would round, and a deadline must never grow by being stored. */
  private static String iso(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).toString();
  }

  private static String storable(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        if (!pair) {
          throw new StoreFailure.Rejected("text with half a surrogate pair", null);
        }
        at++;
      }
    }
    return text;
  }
}

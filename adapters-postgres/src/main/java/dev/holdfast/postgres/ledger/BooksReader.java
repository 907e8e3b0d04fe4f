package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.EventBooks;
import dev.holdfast.domain.port.EventBooks.AreaRow;
import dev.holdfast.domain.port.EventBooks.PlacesRow;
import dev.holdfast.domain.port.EventBooks.SeatRow;
import dev.holdfast.domain.port.EventBooks.Standing;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import dev.holdfast.postgres.jdbc.SqlFunction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the rows of a whole event at one instant, each as it stands. */
final class BooksReader {
  /** Rows fetched at once; they are narrow. */
  private static final int FETCH = 5_000;

  private record Head(long seq, Instant now) {}

  private BooksReader() {}

  /**
   * Reads the books.
   *
   * @param snapshot in a transaction whose statements all see one instant
   */
  static Optional<EventBooks> read(Connection snapshot, EventId event) throws SQLException {
    List<Head> head =
        list(snapshot, QuerySql.HEAD, event, row -> new Head(row.getLong(1), Rows.instant(row, 2)));
    return head.isEmpty() ? Optional.empty() : Optional.of(read(snapshot, event, head.getFirst()));
  }

  private static EventBooks read(Connection snapshot, EventId event, Head head)
      throws SQLException {
    List<SeatRow> seats = list(snapshot, BooksSql.SEATS, event, BooksReader::seat);
    List<AreaRow> areas = list(snapshot, PictureSql.AREAS, event, BooksReader::area);
    List<PlacesRow> places = list(snapshot, BooksSql.PLACES, event, BooksReader::places);
    Map<String, Integer> sales =
        list(snapshot, BooksSql.OPEN_SALES, event, BooksReader::sales).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new EventBooks(head.seq, head.now, seats, areas, places, sales);
  }

  private static <R> List<R> list(
      Connection snapshot, String sql, EventId event, SqlFunction<ResultSet, R> row)
      throws SQLException {
    try (PreparedStatement statement = snapshot.prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      new Bindings(statement).number(event.value());
      return Rows.list(statement, row);
    }
  }

  private static SeatRow seat(ResultSet row) throws SQLException {
    Standing standing = standing(Rows.text(row, 3));
    String status = row.getString(7);
    return new SeatRow(
        Rows.text(row, 1),
        row.getLong(2),
        standing,
        status == null ? standing.word() : status,
        row.getString(4),
        row.getLong(5),
        Rows.instantOrNull(row, 6));
  }

  private static Standing standing(String state) {
    return switch (state) {
      case StateColumns.HELD -> Standing.HELD;
      case StateColumns.TAKEN -> Standing.TAKEN;
      default -> Standing.FREE;
    };
  }

  private static AreaRow area(ResultSet row) throws SQLException {
    return new AreaRow(
        Rows.text(row, 1), row.getLong(2), row.getInt(3), row.getInt(4), row.getInt(5));
  }

  private static PlacesRow places(ResultSet row) throws SQLException {
    return new PlacesRow(Rows.text(row, 1), row.getString(2), row.getLong(3), row.getLong(4));
  }

  private static Map.Entry<String, Integer> sales(ResultSet row) throws SQLException {
    return Map.entry(Rows.text(row, 1), row.getInt(2));
  }
}

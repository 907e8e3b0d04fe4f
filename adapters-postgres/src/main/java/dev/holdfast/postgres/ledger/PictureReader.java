package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads a whole event at one instant.
 *
 * <p>Of the server's answer never more than {@link #FETCH} rows are in memory beside the picture
 * itself, 8 MiB at the worst. The picture has at most as many seats as the layouts that the event
 * ever sold by ({@link dev.holdfast.domain.chart.Layout#MAX_OBJECTS} each) and as many area records
 * as places; a row takes some 300 bytes and its extra data, which is 16 KiB at most. Pictures at a
 * time are bounded by the readers' pool while they are read.
 */
final class PictureReader {
  /** Rows fetched at once, so that a large event never stands in memory twice. */
  private static final int FETCH = 500;

  private record Head(long seq, Instant now) {}

  private PictureReader() {}

  /**
   * Reads the picture.
   *
   * @param snapshot in a transaction whose statements all see one instant; without a transaction
   *     the driver would fetch everything at once
   */
  static Optional<EventPicture> read(Connection snapshot, EventId event) throws SQLException {
    Optional<Head> head;
    try (PreparedStatement statement = snapshot.prepareStatement(QuerySql.HEAD)) {
      new Bindings(statement).number(event.value());
      head = Rows.first(statement, row -> new Head(row.getLong(1), Rows.instant(row, 2)));
    }
    return head.isEmpty() ? Optional.empty() : Optional.of(read(snapshot, event, head.get()));
  }

  private static EventPicture read(Connection snapshot, EventId event, Head head)
      throws SQLException {
    List<Seat> seats;
    try (PreparedStatement statement = snapshot.prepareStatement(QuerySql.SEATS)) {
      statement.setFetchSize(FETCH);
      new Bindings(statement).number(event.value()).instant(head.now);
      seats = Rows.list(statement, PictureReader::seat);
    }
    List<Area> areas;
    try (PreparedStatement statement = snapshot.prepareStatement(QuerySql.AREAS)) {
      statement.setFetchSize(FETCH);
      new Bindings(statement).number(event.value());
      areas = Rows.list(statement, PictureReader::area);
    }
    List<AreaRecord> records;
    try (PreparedStatement statement = snapshot.prepareStatement(QuerySql.RECORDS)) {
      statement.setFetchSize(FETCH);
      new Bindings(statement).number(event.value()).instant(head.now);
      records = Rows.list(statement, PictureReader::record);
    }
    // The server orders by bytes and Java by UTF-16 units, which differ beyond the first 65,536
    // characters; what is nearly in order costs next to nothing to sort.
    seats.sort(Comparator.comparing(Seat::label));
    areas.sort(Comparator.comparing(Area::key));
    records.sort(Comparator.comparing(AreaRecord::area).thenComparingLong(AreaRecord::number));
    return new EventPicture(head.seq, head.now, seats, areas, records);
  }

  private static Seat seat(ResultSet row) throws SQLException {
    return new Seat(Rows.text(row, 1), row.getLong(2), StateColumns.read(row, 3));
  }

  private static Area area(ResultSet row) throws SQLException {
    return new Area(Rows.text(row, 1), row.getLong(2), row.getInt(3), row.getInt(4), row.getInt(5));
  }

  private static AreaRecord record(ResultSet row) throws SQLException {
    return new AreaRecord(
        Rows.text(row, 1), row.getLong(2), row.getInt(3), StateColumns.read(row, 4));
  }
}

package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import dev.holdfast.postgres.jdbc.SqlFunction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event at one instant, as a whole or some of its objects.
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

  private final Connection snapshot;
  private final EventId event;
  private final @Nullable Set<String> objects;

  private PictureReader(Connection snapshot, EventId event, @Nullable Set<String> objects) {
    this.snapshot = snapshot;
    this.event = event;
    this.objects = objects;
  }

  /**
   * Of all objects.
   *
   * @param snapshot in a transaction whose statements all see one instant; without a transaction
   *     the driver would fetch everything at once
   */
  static PictureReader of(Connection snapshot, EventId event) {
    return new PictureReader(snapshot, event, null);
  }

  /** Of some objects. */
  static PictureReader of(Connection snapshot, EventId event, Set<String> objects) {
    return new PictureReader(snapshot, event, objects);
  }

  private record Head(long seq, Instant now) {}

  /** Reads the picture; empty when there is no such event. */
  Optional<EventPicture> read() throws SQLException {
    Optional<Head> head;
    try (PreparedStatement statement = snapshot.prepareStatement(QuerySql.HEAD)) {
      new Bindings(statement).number(event.value());
      head = Rows.first(statement, row -> new Head(row.getLong(1), Rows.instant(row, 2)));
    }
    return head.isEmpty() ? Optional.empty() : Optional.of(read(head.get()));
  }

  private EventPicture read(Head head) throws SQLException {
    List<Seat> seats =
        list(PictureSql.SEATS, PictureSql.SEATS_OF, head.now, row -> seat(row, head.now));
    List<Area> areas = list(PictureSql.AREAS, PictureSql.AREAS_OF, null, PictureReader::area);
    List<AreaRecord> records =
        list(PictureSql.RECORDS, PictureSql.RECORDS_OF, head.now, PictureReader::record);
    // The server orders by bytes and Java by UTF-16 units, which differ beyond the first 65,536
    // characters; what is nearly in order costs next to nothing to sort.
    seats.sort(Comparator.comparing(Seat::label));
    areas.sort(Comparator.comparing(Area::key));
    records.sort(Comparator.comparing(AreaRecord::area).thenComparingLong(AreaRecord::number));
    return new EventPicture(head.seq, head.now, seats, areas, records);
  }

  private <T> List<T> list(
      String ofAll, String ofSome, @Nullable Instant now, SqlFunction<ResultSet, T> row)
      throws SQLException {
    try (PreparedStatement ask = snapshot.prepareStatement(objects == null ? ofAll : ofSome)) {
      ask.setFetchSize(FETCH);
      Bindings bindings = new Bindings(ask).number(event.value());
      if (objects != null) {
        bindings.texts(objects, object -> object);
      }
      if (now != null) {
        bindings.instant(now);
      }
      return Rows.list(ask, row);
    }
  }

  /** What lapsed and was on resale before is there again, whether it is written down or not. */
  private static Seat seat(ResultSet row, Instant now) throws SQLException {
    SeatState state = StateColumns.read(row, 3);
    boolean isOver = state instanceof SeatState.Held held && !held.liveAt(now);
    return new Seat(
        Rows.text(row, 1), row.getLong(2), isOver ? ((SeatState.Held) state).expire(now) : state);
  }

  private static Area area(ResultSet row) throws SQLException {
    return new Area(Rows.text(row, 1), row.getLong(2), row.getInt(3), row.getInt(4), row.getInt(5));
  }

  private static AreaRecord record(ResultSet row) throws SQLException {
    return new AreaRecord(
        Rows.text(row, 1), row.getLong(2), row.getInt(3), StateColumns.read(row, 4));
  }
}

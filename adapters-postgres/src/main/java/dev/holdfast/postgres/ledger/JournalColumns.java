package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A journal line as it stands in the columns {@link #NAMES}. */
public final class JournalColumns {
  /** The columns, in the order in which all statements name them. */
  public static final String NAMES =
      "event_id, seq, object, area, version, kind, previous, token, hold, quantity, category, "
          + "until, order_ref, extra, dialect, key_id, address, at";

  private JournalColumns() {}

  /** Binds one array a column. */
  static void bind(Bindings bindings, List<JournalEntry> entries) throws SQLException {
    bindings
        .numbers(entries, entry -> entry.event().value())
        .numbers(entries, JournalEntry::seq)
        .texts(entries, JournalEntry::object)
        .integers(entries, entry -> entry.area() ? 1 : 0)
        .numbers(entries, JournalEntry::version)
        .texts(entries, entry -> entry.kind().word())
        .texts(entries, JournalEntry::previous)
        .texts(entries, entry -> StateColumns.textOf(entry.token()))
        .numbers(entries, JournalEntry::hold)
        .integers(entries, JournalEntry::quantity)
        .texts(entries, JournalEntry::category)
        .instants(entries, JournalEntry::until)
        .texts(entries, JournalEntry::order)
        .texts(entries, entry -> entry.extraData().toJson())
        .texts(entries, entry -> entry.origin().dialect())
        .numbers(entries, entry -> entry.origin().key())
        .texts(entries, entry -> entry.origin().address())
        .instants(entries, JournalEntry::at);
  }

  /** Reads a row of {@link #NAMES}. */
  public static JournalEntry read(ResultSet row) throws SQLException {
    return new JournalEntry(
        new EventId(row.getLong(1)),
        row.getLong(2),
        Rows.text(row, 3),
        row.getBoolean(4),
        row.getLong(5),
        JournalKind.ofWord(Rows.text(row, 6)),
        Rows.text(row, 7),
        StateColumns.tokenOf(row.getString(8)),
        row.getLong(9),
        row.getInt(10),
        row.getString(11),
        Rows.instantOrNull(row, 12),
        row.getString(13),
        ExtraData.ofJson(Rows.text(row, 14)),
        new Origin(Rows.text(row, 15), row.getLong(16), row.getString(17)),
        Rows.instant(row, 18));
  }
}

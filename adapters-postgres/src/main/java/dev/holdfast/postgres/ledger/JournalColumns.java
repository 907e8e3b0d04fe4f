package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.JournalPart;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journal line as it stands in the columns {@link #NAMES}. */
public final class JournalColumns {
  /** The columns, in the order in which all statements name them. */
  public static final String NAMES =
      "event_id, seq, object, area, version, kind, previous, token, hold, quantity, category, "
          + "until, order_ref, extra, dialect, key_id, address, at, status, ticket_type";

  private static final int MORE = 21;

  /**
   * What an entry counts in a portion. The length of a text is known without its being fetched.
   *
   * @see Portion#bytesOf(JournalEntry)
   */
  private static final String BYTES =
      Portion.ENTRY_BYTES
          + " + octet_length(object) + coalesce(octet_length(token), 0)"
          + " + coalesce(octet_length(ticket_type), 0)"
          + " + coalesce(octet_length(category), 0) + coalesce(octet_length(order_ref), 0)"
          + " + octet_length(extra)";

  private JournalColumns() {}

  /**
   * A statement for some entries of one journal; what is beyond the portion does not leave the
   * server. Binds what the condition does, then what {@link #part} binds: 1 {@code integer} entries
   * and one more, 2 {@code integer} bytes, 3 {@code integer} entries. Gives {@link #NAMES} and
   * whether an entry follows.
   *
   * @param condition with an order that ends with {@code seq}
   */
  public static String portionOf(String condition) {
    return portionOf("(SELECT %1$s FROM journal %2$s LIMIT ?)".formatted(NAMES, condition), "seq");
  }

  /**
   * The same of entries in another order. Binds what the entries do, without the last; then what
   * {@link #part} binds.
   *
   * @param entries a subquery for {@link #NAMES} and what the order names; its last parameter is
   *     how many it gives at most
   * @param order in which no two entries are equal
   */
  static String portionOf(String entries, String order) {
    return """
    SELECT %1$s, more FROM (
      SELECT p.*, lead(seq) OVER w IS NOT NULL AS more, coalesce(
        sum(%2$s) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS earlier
      FROM %3$s p
      WINDOW w AS (ORDER BY %4$s)) q
    WHERE earlier < ? ORDER BY %4$s LIMIT ?\
    """
        .formatted(NAMES, BYTES, entries, order);
  }

  /**
   * Asks with a statement of {@link #portionOf}.
   *
   * @param bindings those of its condition are bound
   */
  public static JournalPart part(PreparedStatement ask, Bindings bindings, Portion portion)
      throws SQLException {
    bindings.integer(portion.entries() + 1).integer(portion.bytes()).integer(portion.entries());
    List<JournalEntry> entries = new ArrayList<>();
    boolean more = false;
    try (ResultSet rows = ask.executeQuery()) {
      while (rows.next()) {
        entries.add(read(rows));
        more = rows.getBoolean(MORE);
      }
    }
    return new JournalPart(entries, more);
  }

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
        .instants(entries, JournalEntry::at)
        .texts(entries, JournalColumns::unusualStatus)
        .texts(entries, JournalEntry::ticketType);
  }

  private static @Nullable String unusualStatus(JournalEntry entry) {
    String usual = entry.kind().usualStatus(entry.previous());
    return entry.status().equals(usual) ? null : entry.status();
  }

  /** Reads a row of {@link #NAMES}. */
  public static JournalEntry read(ResultSet row) throws SQLException {
    JournalKind kind = JournalKind.ofWord(Rows.text(row, 6));
    String previous = Rows.text(row, 7);
    String status = row.getString(19);
    return new JournalEntry(
        new EventId(row.getLong(1)),
        row.getLong(2),
        Rows.text(row, 3),
        row.getBoolean(4),
        row.getLong(5),
        kind,
        previous,
        status == null ? kind.usualStatus(previous) : status,
        StateColumns.tokenOf(row.getString(8)),
        row.getLong(9),
        row.getInt(10),
        row.getString(11),
        Rows.instantOrNull(row, 12),
        row.getString(13),
        row.getString(20),
        ExtraData.ofJson(Rows.text(row, 14)),
        new Origin(Rows.text(row, 15), row.getLong(16), row.getString(17)),
        Rows.instant(row, 18));
  }
}

package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.port.ChangeList;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Changes of status in an event, sorted and from anywhere on. Newest first and by label there is an
 * index in the order of the list; otherwise the event's changes are sorted, of which only as many
 * are kept meanwhile as are asked for.
 */
final class ChangesSql {
  private static final String KINDS =
      Arrays.stream(JournalKind.values())
          .filter(JournalKind::changesStatus)
          .map(kind -> "'" + kind.word() + "'")
          .collect(Collectors.joining(", "));

  /**
   * The word of the status after a change; it stands there only where the kind does not tell. That
   * of a hold is replaced.
   *
   * <p>1 {@code text} by what.
   */
  private static final String STATUS =
      """
      coalesce(nullif(coalesce(status, CASE kind
        WHEN 'held' THEN 'held' WHEN 'booked' THEN 'booked'
        WHEN 'released' THEN 'free' WHEN 'expired' THEN 'free' ELSE previous END), 'held'),
        ?::text) COLLATE "C"\
      """;

  private ChangesSql() {}

  /** Where to begin. */
  enum From {
    /** At the list's end that is read first. */
    END,
    /** Beyond an entry. */
    BEYOND,
    /** With an entry. */
    AT
  }

  /**
   * A statement for some of the changes, to be asked by {@link JournalColumns#part}. Binds for
   * {@link Key#STATUS} first 1 {@code text} as what a hold is sorted; then 1 {@code bigint} event,
   * 2 {@code text} object if one is named, 3 {@code text} part of the label, 4 {@code bigint}
   * event; then, unless it begins at the end, 5 and 6 the key of the entry (for {@link Key#NUMBER}
   * neither) and 7 {@code bigint} its number; then the portion.
   *
   * @param forward in the list's order, else from its other end
   */
  static String of(ChangeList list, boolean forward, From from) {
    ChangeList.Key key = list.order().key();
    boolean ascending = list.order().descending() != forward;
    String order =
        key == ChangeList.Key.NUMBER
            ? "seq " + direction(!forward)
            : "sorted_by " + direction(ascending) + ", seq " + direction(!forward);
    String changes =
        """
        (SELECT * FROM (
           SELECT %s, %s AS sorted_by FROM journal
           WHERE event_id = ? AND kind IN (%s)%s AND strpos(object, ?) > 0
             AND (SELECT true FROM event_head h WHERE h.event_id = ?)) j
         %s ORDER BY %s LIMIT ?)\
        """
            .formatted(
                JournalColumns.NAMES,
                sortedBy(key),
                KINDS,
                list.object().isPresent() ? " AND object = ?" : "",
                begin(key, ascending, forward, from),
                order);
    return JournalColumns.portionOf(changes, order);
  }

  private static String direction(boolean ascending) {
    return ascending ? "ASC" : "DESC";
  }

  private static String sortedBy(ChangeList.Key key) {
    return switch (key) {
      case NUMBER -> "seq";
      case OBJECT -> "object";
      case STATUS -> STATUS;
      case TIME -> "at";
    };
  }

  private static String begin(ChangeList.Key key, boolean ascending, boolean forward, From from) {
    String number = (forward ? "seq <" : "seq >") + (from == From.AT ? "= ?" : " ?");
    String after = ascending ? ">" : "<";
    String value = key == ChangeList.Key.TIME ? "?::timestamptz" : "?";
    if (from == From.END) {
      return "";
    }
    return key == ChangeList.Key.NUMBER
        ? "WHERE " + number
        : "WHERE sorted_by %1$s= %2$s AND (sorted_by %1$s %2$s OR %3$s)"
            .formatted(after, value, number);
  }

  /** 1 {@code bigint} event, 2 {@code bigint} number. Gives {@link JournalColumns#NAMES}. */
  static final String ENTRY =
      "SELECT " + JournalColumns.NAMES + " FROM journal WHERE event_id = ? AND seq = ?";
}

package dev.holdfast.domain.port;

import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.seat.SeatState;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which changes of status are listed, and in which order (seats.io dialect, section 20). Changes
 * after which an object has the same status in the same hands are none: a hold that was extended, a
 * tag that is another.
 *
 * @param object only those of the object of this label; empty: of all
 * @param part only those of objects whose label contains it, capitals and small letters being
 *     different; empty: of all
 * @param heldAs what the status of a hold is sorted as: a dialect may have another word for it
 */
public record ChangeList(Optional<String> object, String part, Order order, String heldAs) {
  /** All changes, newest first. */
  public static final ChangeList ALL =
      new ChangeList(Optional.empty(), "", new Order(Key.NUMBER, true), SeatState.Held.WORD);

  /**
   * How the list is sorted. Whatever of it is equal stands newest first.
   *
   * @param descending whether the greatest comes first; of {@link Key#NUMBER} always
   */
  public record Order(Key key, boolean descending) {
    public Order {
      if (key == Key.NUMBER && !descending) {
        throw new IllegalArgumentException("by their numbers they are listed newest first");
      }
    }
  }

  /** By what a list is sorted. Texts are compared by their characters, not as any language does. */
  public enum Key {
    /** The number in the journal. */
    NUMBER,
    /** The object's label. */
    OBJECT,
    /** The word of the status after the change. */
    STATUS,
    /** The ledger's time of the change. */
    TIME
  }

  /** Whether an entry is in the list. */
  public boolean lists(JournalEntry entry) {
    return entry.kind().changesStatus()
        && object.map(entry.object()::equals).orElse(true)
        && entry.object().contains(part);
  }

  /** The list's order. */
  public Comparator<JournalEntry> comparator() {
    Comparator<JournalEntry> newestFirst = Comparator.comparingLong(JournalEntry::seq).reversed();
    Comparator<JournalEntry> byKey =
        switch (order.key) {
          case NUMBER -> newestFirst.reversed();
          case OBJECT -> Comparator.comparing(JournalEntry::object, ChangeList::compareTexts);
          case STATUS -> Comparator.comparing(this::word, ChangeList::compareTexts);
          case TIME -> Comparator.comparing(JournalEntry::at);
        };
    return (order.descending ? byKey.reversed() : byKey).thenComparing(newestFirst);
  }

  private String word(JournalEntry entry) {
    return word(entry.status());
  }

  /** What a status is sorted as. */
  public String word(String status) {
    return status.equals(SeatState.Held.WORD) ? heldAs : status;
  }

  /** By characters, which is how UTF-8 is ordered; Java's own order puts rare ones elsewhere. */
  private static int compareTexts(String one, String other) {
    int at = 0;
    int end = Math.min(one.length(), other.length());
    while (at < end && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    if (at == end) {
      return Integer.compare(one.length(), other.length());
    }
    // Within a pair of surrogates that begins alike the later halves are in order by themselves.
    boolean oneIsHalf = Character.isSurrogate(one.charAt(at));
    boolean otherIsHalf = Character.isSurrogate(other.charAt(at));
    return oneIsHalf == otherIsHalf
        ? Character.compare(one.charAt(at), other.charAt(at))
        : Boolean.compare(oneIsHalf, otherIsHalf);
  }
}

package dev.holdfast.domain.port;

import dev.holdfast.domain.journal.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much of a journal is read at a time. A part ends with the entry that reaches either bound, so
 * it takes the bytes and one entry at most, and has one entry at least where there is one.
 *
 * @param entries at most this many, 1 to 10,000
 * @param bytes no entry begins after so many, by {@link #bytesOf}; at least 1
 */
public record Portion(int entries, int bytes) {
  /** Bytes that count for all of an entry but its texts. */
  public static final int ENTRY_BYTES = 256;

  /** Bytes that are read at a time, unless told otherwise: room for a thousand ordinary entries. */
  public static final int USUAL_BYTES = 512 * 1024;

  private static final int MAX_ENTRIES = 10_000;

  /**
   * Within bounds.
   *
   * @throws IllegalArgumentException when one is out of its own
   */
  public Portion {
    if (entries < 1 || entries > MAX_ENTRIES || bytes < 1) {
      throw new IllegalArgumentException(
          "%d entries are not 1 to %d, or %d bytes not 1".formatted(entries, MAX_ENTRIES, bytes));
    }
  }

  /** So many entries, unless they are large. */
  public static Portion of(int entries) {
    return new Portion(entries, USUAL_BYTES);
  }

  /**
   * What an entry counts: {@link #ENTRY_BYTES}, and the UTF-8 of object, token, category, order,
   * ticket type and extra data.
   */
  public static int bytesOf(JournalEntry entry) {
    var token = entry.token();
    return ENTRY_BYTES
        + bytesOf(entry.object())
        + bytesOf(token == null ? null : token.value())
        + bytesOf(entry.category())
        + bytesOf(entry.order())
        + bytesOf(entry.ticketType())
        + bytesOf(entry.extraData().toJson());
  }

  private static int bytesOf(@Nullable String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The first of these entries. */
  public JournalPart of(Stream<JournalEntry> all) {
    Iterator<JournalEntry> rest = all.iterator();
    List<JournalEntry> part = new ArrayList<>();
    long taken = 0;
    while (rest.hasNext() && part.size() < entries && taken < bytes) {
      JournalEntry entry = rest.next();
      part.add(entry);
      taken += bytesOf(entry);
    }
    return new JournalPart(part, rest.hasNext());
  }
}

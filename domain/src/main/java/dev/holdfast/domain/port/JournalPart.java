package dev.holdfast.domain.port;

import dev.holdfast.domain.journal.JournalEntry;
import java.util.List;

/**
 * Some of a journal.
 *
 * @param entries in order
 * @param more whether others followed them when they were read
 */
public record JournalPart(List<JournalEntry> entries, boolean more) {
  /** Nothing, and nothing after it. */
  public static final JournalPart NONE = new JournalPart(List.of(), false);

  public JournalPart {
    entries = List.copyOf(entries);
  }
}

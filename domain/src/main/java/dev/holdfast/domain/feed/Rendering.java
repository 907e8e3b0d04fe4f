package dev.holdfast.domain.feed;

import dev.holdfast.domain.journal.JournalEntry;

/**
 * Makes of an entry what all its readers share; done once an entry, not once a reader.
 *
 * @param <T> what readers get; never changed afterwards
 */
public interface Rendering<T> {
  T of(JournalEntry entry);

  /** How much of the feed's budget it takes, at least 1. */
  int weight(T rendered);
}

package dev.holdfast.domain.journal;

import org.jspecify.annotations.Nullable;

/**
 * Through which door a command came, for the record.
 *
 * @param dialect {@code v1}, {@code tmt}, {@code seatsio}, or {@code holdfast} for its own work
 * @param key the store's number of the API key used, 0 for its own work
 * @param address the caller's network address, if known
 */
public record Origin(String dialect, long key, @Nullable String address) {
  /** Holdfast's own background work. */
  public static final Origin OWN = new Origin("holdfast", 0, null);
}

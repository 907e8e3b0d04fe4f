package dev.holdfast.domain.seat;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered with a held or taken object.
 *
 * @param category key of the category it was held in, null when the layout gave it none
 * @param extraData the callers' free JSON
 */
public record Tag(@Nullable String category, ExtraData extraData) {
  /** The same, with more extra data merged onto it. */
  public Tag with(ExtraData newer) {
    return new Tag(category, extraData.mergedWith(newer));
  }
}

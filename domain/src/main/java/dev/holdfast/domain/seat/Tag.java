package dev.holdfast.domain.seat;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered with an object, whoever's it is.
 *
 * @param category key of the category it was held in, null when the layout gave it none
 * @param extraData the callers' free JSON
 * @param order the caller's order reference, if any
 * @param ticketType the caller's word for what kind of ticket it is sold as, if any
 * @param resale whether it is on resale, or goes back there
 */
public record Tag(
    @Nullable String category,
    ExtraData extraData,
    @Nullable String order,
    @Nullable String ticketType,
    @Nullable Resale resale) {
  /** Nothing. */
  public static final Tag NONE = new Tag(null, ExtraData.NONE);

  /** Of an object in a category, with extra data alone. */
  public Tag(@Nullable String category, ExtraData extraData) {
    this(category, extraData, null, null, null);
  }

  /** The same, with more extra data merged onto it. */
  public Tag with(ExtraData newer) {
    return new Tag(category, extraData.mergedWith(newer), order, ticketType, resale);
  }

  /** The same with this extra data and no other. */
  public Tag withOnly(ExtraData data) {
    return new Tag(category, data, order, ticketType, resale);
  }

  /** The same in another order, or in none. */
  public Tag ordered(@Nullable String newer) {
    return new Tag(category, extraData, newer, ticketType, resale);
  }
}

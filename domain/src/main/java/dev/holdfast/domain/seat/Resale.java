package dev.holdfast.domain.seat;

import org.jspecify.annotations.Nullable;

/**
 * An object is put up for resale, or was before it was held or sold again: when that ends without a
 * sale, it is back on resale (seats.io dialect, section 15.4).
 *
 * @param listing the marketplace's name of the offer, if the caller gave one
 */
public record Resale(@Nullable String listing) {}

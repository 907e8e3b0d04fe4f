package dev.holdfast.domain.reservation;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.seat.Tag;
import java.time.Instant;

/**
 * An object as it is held now.
 *
 * @param area whether it is a general admission area
 * @param quantity places this token holds in it in this category, 1 for a seat
 */
public record HeldObject(
    String object,
    boolean area,
    int quantity,
    HoldToken token,
    Instant until,
    Tag tag,
    long version) {}

package dev.holdfast.domain.reservation;

import dev.holdfast.domain.seat.SeatState;

/**
 * An object as it is taken now.
 *
 * @param area whether it is a general admission area
 * @param quantity places, 1 for a seat
 */
public record TakenObject(
    String object, boolean area, int quantity, SeatState.Taken state, long version) {}

/** Drawings of the seats.io dialect: reading, checking, changing and writing them. */
@NullMarked
package dev.holdfast.http.seatsio.drawing;

import org.jspecify.annotations.NullMarked;

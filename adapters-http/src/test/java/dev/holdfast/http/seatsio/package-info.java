/** Tests of the seats.io dialect's pieces. */
@NullMarked
package dev.holdfast.http.seatsio;

import org.jspecify.annotations.NullMarked;

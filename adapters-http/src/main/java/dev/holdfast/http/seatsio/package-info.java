/** The seats.io dialect: the REST API v2 of seats.io, at the root. */
@NullMarked
package dev.holdfast.http.seatsio;

import org.jspecify.annotations.NullMarked;

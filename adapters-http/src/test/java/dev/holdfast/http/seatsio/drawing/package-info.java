/** Tests of drawings. */
@NullMarked
package dev.holdfast.http.seatsio.drawing;

import org.jspecify.annotations.NullMarked;

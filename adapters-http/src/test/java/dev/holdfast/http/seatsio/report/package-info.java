/** Tests of what the seats.io dialect tells of objects. */
@NullMarked
package dev.holdfast.http.seatsio.report;

import org.jspecify.annotations.NullMarked;

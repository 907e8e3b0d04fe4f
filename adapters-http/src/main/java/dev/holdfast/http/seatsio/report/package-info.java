/** What the seats.io dialect tells of objects: one by one, in reports, and as they changed. */
@NullMarked
package dev.holdfast.http.seatsio.report;

import org.jspecify.annotations.NullMarked;

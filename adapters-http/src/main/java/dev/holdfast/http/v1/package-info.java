/** The v1 dialect: charts, events, seats, status and reports. */
@NullMarked
package dev.holdfast.http.v1;

import org.jspecify.annotations.NullMarked;

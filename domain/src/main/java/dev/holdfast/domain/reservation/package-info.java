/** The use cases: hold, extend, book, release, expire. No store and no transport is known here. */
@NullMarked
package dev.holdfast.domain.reservation;

import org.jspecify.annotations.NullMarked;

/** Requests that are carried out once, however often they are sent. */
@NullMarked
package dev.holdfast.domain.idempotency;

import org.jspecify.annotations.NullMarked;

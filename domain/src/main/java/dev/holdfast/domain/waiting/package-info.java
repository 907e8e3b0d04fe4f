/** Waiting for an answer, but not for ever. */
@NullMarked
package dev.holdfast.domain.waiting;

import org.jspecify.annotations.NullMarked;

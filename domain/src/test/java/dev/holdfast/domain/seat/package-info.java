/** Tests of the seat state machine and the counters of areas. */
@NullMarked
package dev.holdfast.domain.seat;

import org.jspecify.annotations.NullMarked;

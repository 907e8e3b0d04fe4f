/** The seat state machine and the counters of general admission areas. */
@NullMarked
package dev.holdfast.domain.seat;

import org.jspecify.annotations.NullMarked;

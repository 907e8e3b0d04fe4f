/** Tests of the use cases over the ports in memory. */
@NullMarked
package dev.holdfast.domain.reservation;

import org.jspecify.annotations.NullMarked;

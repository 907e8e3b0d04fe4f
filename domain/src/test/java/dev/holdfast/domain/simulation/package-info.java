/** A whole service in one thread: many buyers, several nodes, virtual time, one seed. */
@NullMarked
package dev.holdfast.domain.simulation;

import org.jspecify.annotations.NullMarked;

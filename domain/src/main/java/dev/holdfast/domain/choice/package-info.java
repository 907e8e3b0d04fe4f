/**
 * The best objects that are still to be had: pure functions of a venue and of what is free in it.
 */
@NullMarked
package dev.holdfast.domain.choice;

import org.jspecify.annotations.NullMarked;

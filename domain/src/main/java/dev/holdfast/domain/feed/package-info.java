/** The journal as it grows: read once for all who follow an event. */
@NullMarked
package dev.holdfast.domain.feed;

import org.jspecify.annotations.NullMarked;

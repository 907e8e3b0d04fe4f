/** Tests of events. */
@NullMarked
package dev.holdfast.domain.event;

import org.jspecify.annotations.NullMarked;

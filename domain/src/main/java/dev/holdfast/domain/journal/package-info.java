/** What happened to an event's objects, in order: one gapless sequence an event. */
@NullMarked
package dev.holdfast.domain.journal;

import org.jspecify.annotations.NullMarked;

/** A gate of one's own: the walk of {@code docs/lock-backends.md}, taken step by step. */
@NullMarked
package dev.holdfast.app.locks;

import org.jspecify.annotations.NullMarked;

/** Real nodes and stores, killed, frozen, cut off and slowed down while buyers are at work. */
@NullMarked
package dev.holdfast.app.chaos;

import org.jspecify.annotations.NullMarked;

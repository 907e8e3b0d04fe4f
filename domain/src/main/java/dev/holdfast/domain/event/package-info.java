/** Events: a chart on sale, and what identifies it. */
@NullMarked
package dev.holdfast.domain.event;

import org.jspecify.annotations.NullMarked;

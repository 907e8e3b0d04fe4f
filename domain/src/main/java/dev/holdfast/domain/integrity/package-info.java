/** Whether an event's books are sound: its rows compared with its journal. */
@NullMarked
package dev.holdfast.domain.integrity;

import org.jspecify.annotations.NullMarked;

/** The ports in memory: their executable reading, used by tests and by a single node. */
@NullMarked
package dev.holdfast.domain.inmemory;

import org.jspecify.annotations.NullMarked;

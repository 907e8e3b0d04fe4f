/** Violations planted on purpose: proof that the boundary rules bite. */
@NullMarked
package dev.holdfast.domain.planted;

import org.jspecify.annotations.NullMarked;

/** Violations planted on purpose: proof that the boundary rules bite. */
@NullMarked
package dev.holdfast.domain.decision.planted;

import org.jspecify.annotations.NullMarked;

/** Tests of outcomes and refusals. */
@NullMarked
package dev.holdfast.domain.refusal;

import org.jspecify.annotations.NullMarked;

/** Tests of hold tokens. */
@NullMarked
package dev.holdfast.domain.hold;

import org.jspecify.annotations.NullMarked;

/** Hold tokens, and how long a hold may live. */
@NullMarked
package dev.holdfast.domain.hold;

import org.jspecify.annotations.NullMarked;

/** What the domain asks of the world, and the one way in. */
@NullMarked
package dev.holdfast.domain.port;

import org.jspecify.annotations.NullMarked;

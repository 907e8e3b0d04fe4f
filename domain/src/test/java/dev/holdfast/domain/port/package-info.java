/** Ports that hand everything on, for tests that get in between. */
@NullMarked
package dev.holdfast.domain.port;

import org.jspecify.annotations.NullMarked;

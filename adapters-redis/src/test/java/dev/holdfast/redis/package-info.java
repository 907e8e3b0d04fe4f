/** Real lock servers for tests, and the tests of the gate on them. */
@NullMarked
package dev.holdfast.redis;

import org.jspecify.annotations.NullMarked;

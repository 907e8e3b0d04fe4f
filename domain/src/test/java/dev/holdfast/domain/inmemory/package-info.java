/** Tests of the ports in memory. */
@NullMarked
package dev.holdfast.domain.inmemory;

import org.jspecify.annotations.NullMarked;

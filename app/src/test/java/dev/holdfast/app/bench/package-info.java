/** How fast it is, beside programs that do less. */
@NullMarked
package dev.holdfast.app.bench;

import org.jspecify.annotations.NullMarked;

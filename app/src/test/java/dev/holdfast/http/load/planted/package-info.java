/** Violations planted on purpose: proof that the boundary rules bite. */
@NullMarked
package dev.holdfast.http.load.planted;

import org.jspecify.annotations.NullMarked;

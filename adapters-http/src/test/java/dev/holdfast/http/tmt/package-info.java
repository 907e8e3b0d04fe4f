/** Tests of the tmt dialect's pieces. */
@NullMarked
package dev.holdfast.http.tmt;

import org.jspecify.annotations.NullMarked;

/** Tests of the v1 dialect's pieces. */
@NullMarked
package dev.holdfast.http.v1;

import org.jspecify.annotations.NullMarked;

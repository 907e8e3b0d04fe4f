/** Reading and writing JSON: bounded, strict, with every problem of a body told at once. */
@NullMarked
package dev.holdfast.http.json;

import org.jspecify.annotations.NullMarked;

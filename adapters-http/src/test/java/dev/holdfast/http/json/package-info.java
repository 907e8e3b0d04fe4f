/** Tests of reading and writing JSON. */
@NullMarked
package dev.holdfast.http.json;

import org.jspecify.annotations.NullMarked;

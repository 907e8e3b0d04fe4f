/** The API reference as static files. */
@NullMarked
package dev.holdfast.http.reference;

import org.jspecify.annotations.NullMarked;

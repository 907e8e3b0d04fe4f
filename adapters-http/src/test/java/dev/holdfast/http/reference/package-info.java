/** Tests of the API reference: the document says what the code does. */
@NullMarked
package dev.holdfast.http.reference;

import org.jspecify.annotations.NullMarked;

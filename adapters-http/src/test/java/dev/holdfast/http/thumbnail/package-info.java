/** Tests of the pictures of charts. */
@NullMarked
package dev.holdfast.http.thumbnail;

import org.jspecify.annotations.NullMarked;

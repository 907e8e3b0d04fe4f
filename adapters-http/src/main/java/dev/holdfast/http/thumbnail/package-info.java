/** A small picture of a published chart, for lists of charts. */
@NullMarked
package dev.holdfast.http.thumbnail;

import org.jspecify.annotations.NullMarked;

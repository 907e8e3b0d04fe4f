/** The v1 notation of a chart's layout: checked, written out in full, read back. */
@NullMarked
package dev.holdfast.http.v1.layout;

import org.jspecify.annotations.NullMarked;

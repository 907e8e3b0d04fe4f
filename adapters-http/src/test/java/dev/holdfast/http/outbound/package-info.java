/** What strangers' receivers can do to a sender, and what they cannot. */
@NullMarked
package dev.holdfast.http.outbound;

import org.jspecify.annotations.NullMarked;

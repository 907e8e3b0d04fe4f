/**
 * Sends to addresses that strangers chose, without becoming their way into the network it runs in.
 */
@NullMarked
package dev.holdfast.http.outbound;

import org.jspecify.annotations.NullMarked;

/** What requests and answers may take of the server's memory, and how long for. */
@NullMarked
package dev.holdfast.http.memory;

import org.jspecify.annotations.NullMarked;

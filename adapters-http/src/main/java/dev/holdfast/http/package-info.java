/** The HTTP server: its routes, who may call them, and how every request is met. */
@NullMarked
package dev.holdfast.http;

import org.jspecify.annotations.NullMarked;

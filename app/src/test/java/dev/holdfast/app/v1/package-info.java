/**
 * What the v1 dialect must do, asked over HTTP only. Nothing here knows the server's classes, so
 * the same rules judge every way of running it.
 */
@NullMarked
package dev.holdfast.app.v1;

import org.jspecify.annotations.NullMarked;

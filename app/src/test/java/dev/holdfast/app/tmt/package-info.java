/**
 * What the tmt dialect must do, asked over HTTP only, with v1 as the second witness. Nothing here
 * knows the server's classes, so the same rules judge every way of running it.
 */
@NullMarked
package dev.holdfast.app.tmt;

import org.jspecify.annotations.NullMarked;

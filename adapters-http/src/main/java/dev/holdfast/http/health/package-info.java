/** Whether this server lives, and whether it is of use. */
@NullMarked
package dev.holdfast.http.health;

import org.jspecify.annotations.NullMarked;

/** More load than the service can take, and what becomes of it. */
@NullMarked
package dev.holdfast.app.overload;

import org.jspecify.annotations.NullMarked;

/** The boundaries between the modules, checked. */
@NullMarked
package dev.holdfast.app.architecture;

import org.jspecify.annotations.NullMarked;

/** The whole service, started as it is deployed. */
@NullMarked
package dev.holdfast.app.system;

import org.jspecify.annotations.NullMarked;

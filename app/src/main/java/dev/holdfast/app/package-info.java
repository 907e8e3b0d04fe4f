/** Configuration, wiring and background work: the only place that sees every module. */
@NullMarked
package dev.holdfast.app;

import org.jspecify.annotations.NullMarked;

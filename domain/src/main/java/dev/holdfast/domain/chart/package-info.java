/** Charts as a box office draws them, and the bookable objects they come down to. */
@NullMarked
package dev.holdfast.domain.chart;

import org.jspecify.annotations.NullMarked;

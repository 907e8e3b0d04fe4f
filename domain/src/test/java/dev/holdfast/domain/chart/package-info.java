/** Tests of charts. */
@NullMarked
package dev.holdfast.domain.chart;

import org.jspecify.annotations.NullMarked;

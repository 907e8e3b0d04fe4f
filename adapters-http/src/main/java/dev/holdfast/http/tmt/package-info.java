/** The tmt dialect: TMT's seat and chart functions. */
@NullMarked
package dev.holdfast.http.tmt;

import org.jspecify.annotations.NullMarked;

/** Tests of the use cases around what is for sale. */
@NullMarked
package dev.holdfast.domain.catalog;

import org.jspecify.annotations.NullMarked;

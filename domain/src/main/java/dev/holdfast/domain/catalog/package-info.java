/** The use cases around what is for sale: workspaces and their keys, charts, events. */
@NullMarked
package dev.holdfast.domain.catalog;

import org.jspecify.annotations.NullMarked;

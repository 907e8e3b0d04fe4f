/** Tests of the writer: shared commits, trouble, and what callers are told. */
@NullMarked
package dev.holdfast.domain.writer;

import org.jspecify.annotations.NullMarked;

/**
 * The writer: which commands share a commit, in which order, what is run again alone, and what an
 * unknown commit means.
 */
@NullMarked
package dev.holdfast.domain.writer;

import org.jspecify.annotations.NullMarked;

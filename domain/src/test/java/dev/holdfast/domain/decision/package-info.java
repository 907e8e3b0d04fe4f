/** Tests of the decisions: histories that read like a box office's day. */
@NullMarked
package dev.holdfast.domain.decision;

import org.jspecify.annotations.NullMarked;

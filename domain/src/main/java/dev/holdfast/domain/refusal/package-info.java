/** Why a command was refused: values in a documented order, never exceptions. */
@NullMarked
package dev.holdfast.domain.refusal;

import org.jspecify.annotations.NullMarked;

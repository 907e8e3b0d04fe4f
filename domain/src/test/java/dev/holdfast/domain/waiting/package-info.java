@NullMarked
package dev.holdfast.domain.waiting;

import org.jspecify.annotations.NullMarked;

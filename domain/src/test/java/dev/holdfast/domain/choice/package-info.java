@NullMarked
package dev.holdfast.domain.choice;

import org.jspecify.annotations.NullMarked;

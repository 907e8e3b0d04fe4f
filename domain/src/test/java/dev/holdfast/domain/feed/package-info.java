@NullMarked
package dev.holdfast.domain.feed;

import org.jspecify.annotations.NullMarked;

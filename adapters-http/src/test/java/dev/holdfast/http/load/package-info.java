@NullMarked
package dev.holdfast.http.load;

import org.jspecify.annotations.NullMarked;

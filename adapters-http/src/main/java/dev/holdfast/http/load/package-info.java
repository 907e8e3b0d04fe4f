/** What is refused when more is asked for than can be answered soon. */
@NullMarked
package dev.holdfast.http.load;

import org.jspecify.annotations.NullMarked;

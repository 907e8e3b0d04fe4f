/** Tests of what requests and answers may take. */
@NullMarked
package dev.holdfast.http.memory;

import org.jspecify.annotations.NullMarked;

/** A dress rehearsal of an on-sale, against any running service, by what its v1 API offers. */
@NullMarked
package dev.holdfast.app.rehearsal;

import org.jspecify.annotations.NullMarked;

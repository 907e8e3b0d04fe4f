/** One contract kit a port, with numbered rules; every adapter runs it. */
@NullMarked
package dev.holdfast.domain.contract;

import org.jspecify.annotations.NullMarked;

/** What the inner loops cost by themselves, without a server or a store. */
@NullMarked
package dev.holdfast.app.bench.inner;

import org.jspecify.annotations.NullMarked;

/** Load over HTTP at little cost: one thread, many connections. */
@NullMarked
package dev.holdfast.app.bench.load;

import org.jspecify.annotations.NullMarked;

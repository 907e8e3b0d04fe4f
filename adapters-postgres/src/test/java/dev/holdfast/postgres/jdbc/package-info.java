/** Tests of connections and transactions. */
@NullMarked
package dev.holdfast.postgres.jdbc;

import org.jspecify.annotations.NullMarked;

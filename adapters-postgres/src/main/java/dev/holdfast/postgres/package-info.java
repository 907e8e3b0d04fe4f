/**
 * The PostgreSQL adapter: how a database becomes ready for Holdfast, and the store that the
 * application opens on it.
 */
@NullMarked
package dev.holdfast.postgres;

import org.jspecify.annotations.NullMarked;

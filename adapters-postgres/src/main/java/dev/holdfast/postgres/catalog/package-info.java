/** The catalog on PostgreSQL: companies, workspaces, keys, charts, events. */
@NullMarked
package dev.holdfast.postgres.catalog;

import org.jspecify.annotations.NullMarked;

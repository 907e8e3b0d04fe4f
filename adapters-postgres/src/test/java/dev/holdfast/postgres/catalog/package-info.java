/** Tests of the catalog on PostgreSQL. */
@NullMarked
package dev.holdfast.postgres.catalog;

import org.jspecify.annotations.NullMarked;

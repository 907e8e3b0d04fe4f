/** Tests of the ledger on PostgreSQL. */
@NullMarked
package dev.holdfast.postgres.ledger;

import org.jspecify.annotations.NullMarked;

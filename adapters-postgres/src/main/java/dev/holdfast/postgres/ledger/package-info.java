/** The ledger on PostgreSQL: whose seat it is, and the journal of how that came about. */
@NullMarked
package dev.holdfast.postgres.ledger;

import org.jspecify.annotations.NullMarked;

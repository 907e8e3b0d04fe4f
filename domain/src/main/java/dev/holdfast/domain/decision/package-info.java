/**
 * The decisions: pure functions of what the ledger showed under its lock. Nothing here waits, reads
 * a clock or talks to a store.
 */
@NullMarked
package dev.holdfast.domain.decision;

import org.jspecify.annotations.NullMarked;

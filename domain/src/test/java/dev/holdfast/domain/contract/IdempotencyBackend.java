package dev.holdfast.domain.contract;

import dev.holdfast.domain.port.IdempotencyPort;

/** What a store's test supplies to {@link IdempotencyContract}: kept answers beside its ledger. */
public interface IdempotencyBackend extends SeatLedgerBackend {
  /** The answers under test, in the store of the ledger. */
  IdempotencyPort answers();
}

package dev.holdfast.domain.contract;

import dev.holdfast.domain.port.HoldTokenPort;

/** What a store's test supplies to {@link HoldTokenContract}. */
public interface HoldTokenBackend extends SeatLedgerBackend {
  /** The tokens under test, over the ledger's store. */
  HoldTokenPort tokens();
}

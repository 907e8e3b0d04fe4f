package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.contract.SeatLedgerContract;

final class InMemoryLedgerTest extends SeatLedgerContract implements InMemoryBackend {
  private final Stand stand = Stand.make();

  @Override
  public Stand stand() {
    return stand;
  }
}

package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.contract.HoldTokenContract;
import dev.holdfast.domain.port.HoldTokenPort;

final class InMemoryHoldTokensTest extends HoldTokenContract implements InMemoryBackend {
  private final Stand stand = Stand.make();

  @Override
  public Stand stand() {
    return stand;
  }

  @Override
  public HoldTokenPort tokens() {
    return new InMemoryHoldTokens(stand.store());
  }
}

package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.contract.IdempotencyContract;
import dev.holdfast.domain.port.IdempotencyPort;

final class InMemoryIdempotencyTest extends IdempotencyContract implements InMemoryBackend {
  private final Stand stand = Stand.make();

  @Override
  public Stand stand() {
    return stand;
  }

  @Override
  public IdempotencyPort answers() {
    return new InMemoryIdempotency(stand.store());
  }
}

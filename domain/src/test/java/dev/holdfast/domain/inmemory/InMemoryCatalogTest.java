package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.contract.CatalogContract;

final class InMemoryCatalogTest extends CatalogContract implements InMemoryBackend {
  private final Stand stand = Stand.make();

  @Override
  public Stand stand() {
    return stand;
  }
}

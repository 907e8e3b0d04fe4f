package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.contract.NodeRegistryContract;
import dev.holdfast.domain.port.NodeRegistryPort;
import java.time.Duration;

final class InMemoryNodeRegistryTest extends NodeRegistryContract {
  private final HandClock clock = new HandClock(Long.MAX_VALUE - 5);
  private final InMemoryNodeRegistry registry = new InMemoryNodeRegistry(clock);

  @Override
  protected NodeRegistryPort registry() {
    return registry;
  }

  @Override
  protected void pass(Duration time) {
    clock.advance(time);
  }

  @Override
  protected void breakStore() {
    registry.setReachable(false);
  }
}

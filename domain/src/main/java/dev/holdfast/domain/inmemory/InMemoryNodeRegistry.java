package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.NodeRegistryPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.TimeSource;
import java.util.HashMap;
import java.util.Map;

/** The registry in memory, for tests and for the simulation. */
public final class InMemoryNodeRegistry implements NodeRegistryPort {
  private final TimeSource time;
  private final Map<NodeId, Long> renewedAt = new HashMap<>();
  private boolean reachable = true;

  /** An empty registry by this clock. */
  public InMemoryNodeRegistry(TimeSource time) {
    this.time = time;
  }

  @Override
  public synchronized int renew(NodeId node) {
    if (!reachable) {
      throw new StoreFailure.Unavailable("the registry is made to be away", null);
    }
    long now = time.nanos();
    renewedAt.put(node, now);
    renewedAt.values().removeIf(at -> now - at >= LIFE.toNanos());
    return renewedAt.size() - 1;
  }

  /** Plays a store that goes away and comes back. */
  public synchronized void setReachable(boolean reachable) {
    this.reachable = reachable;
  }
}

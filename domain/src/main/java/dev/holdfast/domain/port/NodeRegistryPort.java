package dev.holdfast.domain.port;

import java.time.Duration;

/**
 * The nodes that work on one store, as the store has it. Each writes itself down again and again,
 * and learns with each renewal how many others do.
 */
public interface NodeRegistryPort {
  /** By the store's clock: a node that was last renewed this long ago, or longer, is gone. */
  Duration LIFE = Duration.ofSeconds(10);

  /**
   * Writes down that this node lives, durably enough that every renewal that begins after the
   * return counts it for {@link #LIFE}.
   *
   * @return how many other nodes live
   * @throws StoreFailure.Unavailable when it cannot be told now; the renewal may have been written
   */
  int renew(NodeId node);
}

package dev.holdfast.app.locks;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Stands for a lock server of somebody else's: keeps rows under keys until their time is over, by
 * its own clock, and does one thing after the other.
 */
final class ToyLockServer {
  private static final ConcurrentMap<String, ToyLockServer> SERVERS = new ConcurrentHashMap<>();

  private final Map<String, ToyRow> rows = new HashMap<>();
  private long millis;
  private boolean reachable = true;

  /** The server at an address; there is one at every address. */
  static ToyLockServer at(String address) {
    return SERVERS.computeIfAbsent(address, _ -> new ToyLockServer());
  }

  /** Does the work while nobody else does any. The rows it gets are those that are not over. */
  synchronized <T> T atomically(Function<Map<String, ToyRow>, T> work) throws IOException {
    if (!reachable) {
      throw new IOException("connection refused");
    }
    rows.values().removeIf(row -> row.untilMillis() <= millis);
    return work.apply(rows);
  }

  synchronized long millis() {
    return millis;
  }

  synchronized void pass(Duration time) {
    millis += time.toMillis();
  }

  synchronized void setReachable(boolean on) {
    reachable = on;
  }
}

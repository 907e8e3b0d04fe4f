package dev.holdfast.app;

import dev.holdfast.domain.inmemory.InMemorySeatLocks;
import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatLockProvider;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.redis.RedisSeatLocks;
import dev.holdfast.redis.RedisSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gate's backend, by its name. */
final class GateBackend {
  private static final Logger LOG = LoggerFactory.getLogger(GateBackend.class);

  private GateBackend() {}

  /**
   * Opens it. A backend that is not reachable now may come later.
   *
   * @throws StartException when there is none of this name
   */
  static SeatLockPort open(Configuration configuration) {
    return switch (configuration.locks()) {
      case Configuration.MEMORY -> new InMemorySeatLocks(TimeSource.system());
      case Configuration.REDIS -> redis(configuration.redisUrl().orElseThrow());
      case String name -> provided(name, configuration);
    };
  }

  private static SeatLockPort redis(String url) {
    RedisSettings settings;
    try {
      settings = RedisSettings.parse(url);
    } catch (IllegalArgumentException e) {
      throw new StartException(Setting.HOLDFAST_REDIS_URL + ": " + e.getMessage(), e);
    }
    RedisSeatLocks locks = RedisSeatLocks.open(settings);
    try {
      locks
          .evictionPolicy()
          .filter(policy -> !policy.equals("noeviction"))
          .ifPresent(policy ->
              LOG.warn(
                  "Redis may evict locks (maxmemory-policy {}): safe, but more callers reach"
                      + " PostgreSQL; noeviction is better",
                  policy));
    } catch (GateUnavailable e) {
      LOG.warn("{} does not answer yet; going on without the gate until it does", settings);
    }
    return locks;
  }

  private static SeatLockPort open(SeatLockProvider provider, Configuration configuration) {
    try {
      return provider.open(configuration.environment());
    } catch (IllegalArgumentException e) {
      throw new StartException(
          Setting.HOLDFAST_LOCKS + " " + provider.name() + ": " + e.getMessage(), e);
    }
  }

  private static SeatLockPort provided(String name, Configuration configuration) {
    List<String> found = new ArrayList<>(List.of(Configuration.MEMORY, Configuration.REDIS));
    for (SeatLockProvider provider : ServiceLoader.load(SeatLockProvider.class)) {
      if (provider.name().equals(name)) {
        return open(provider, configuration);
      }
      found.add(provider.name());
    }
    throw new StartException(
        "%s: no backend named %s; found %s"
            .formatted(Setting.HOLDFAST_LOCKS, name, String.join(", ", found)),
        null);
  }
}

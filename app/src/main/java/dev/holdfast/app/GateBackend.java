package dev.holdfast.app;

import dev.holdfast.domain.inmemory.InMemorySeatLocks;
import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.NodeRegistryPort;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatLockProvider;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.reservation.Gate;
import dev.holdfast.domain.reservation.Membership;
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
   * Opens it, and joins the other nodes where the gate does not hear of what they change. A backend
   * that is not reachable now may come later.
   *
   * @throws StartException when there is none of this name
   */
  static Gate open(Configuration configuration, NodeRegistryPort nodes, Closing closing) {
    SeatLockPort locks = closing.add(open(configuration));
    if (configuration.postgres().isEmpty()) {
      // The embedded PostgreSQL serves the one node that started it.
      return new Gate(locks, TimeSource.system());
    }
    NodeId self = new NodeId(IdSource.secure().uuid());
    Membership membership = new Membership(nodes, self, TimeSource.system());
    if (locks.isShared()) {
      // It needs no company itself; a node beside it whose gate is its own has to know of it.
      membership.renew();
      closing.add(Repeating.every(Membership.EVERY, "membership", membership::renew));
      return new Gate(locks, TimeSource.system());
    }
    Company company = new Company();
    membership.join(wait -> {
      company.meet(1);
      Engine.pause(wait);
    });
    closing.add(
        Repeating.every(Membership.EVERY, "membership", () -> company.meet(membership.renew())));
    return new Gate(locks, membership::isAlone, TimeSource.system());
  }

  /** Tells the operator when others come and when they are gone. */
  private static final class Company {
    private boolean known;

    void meet(int others) {
      if (others > 0 && !known) {
        LOG.warn(
            "other nodes work on this database, and the locks of this one are its own: every"
                + " caller goes to the database; {}={} lets the nodes share them",
            Setting.HOLDFAST_LOCKS,
            Configuration.REDIS);
      } else if (others == 0 && known) {
        LOG.info("no other node works on this database any more");
      }
      known = others > 0;
    }
  }

  private static SeatLockPort open(Configuration configuration) {
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

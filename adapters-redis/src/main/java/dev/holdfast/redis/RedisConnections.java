package dev.holdfast.redis;

import java.net.SocketTimeoutException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.Pool;

/**
 * The pooled connections to one server or to a cluster's nodes. Opened by the first call and not
 * before: a program may start while its lock server is away.
 */
final class RedisConnections implements AutoCloseable {
  /** Enough for a moved slot; more than one read timeout does not fit into the patience anyway. */
  private static final int CLUSTER_ATTEMPTS = 3;

  private final RedisSettings settings;
  private final ReentrantLock opening = new ReentrantLock();
  private volatile @Nullable UnifiedJedis client;
  private boolean closed;

  RedisConnections(RedisSettings settings) {
    this.settings = settings;
  }

  /**
   * Does the work, and once more where a connection turned out to be dead, as those of a server
   * that was restarted all are. So the work must be harmless when done twice.
   */
  <T> T call(Function<UnifiedJedis, T> work) {
    try {
      return work.apply(client());
    } catch (JedisException e) {
      if (!isDeadConnection(e)) {
        throw e;
      }
      // The others in the pool died with it.
      pools().forEach(Pool::clear);
      return work.apply(client());
    }
  }

  /** A section of one server's {@code INFO}, any of a cluster's; empty when it may not be read. */
  String info(String section) {
    return call(_ -> {
      try (Connection connection = pools().iterator().next().getResource()) {
        CommandArguments info = new CommandArguments(Protocol.Command.INFO).add(section);
        return BuilderFactory.STRING.build(connection.executeCommand(info));
      } catch (JedisDataException _) {
        return "";
      }
    });
  }

  /** Connections that are in use at this moment. */
  int active() {
    return pools().stream().mapToInt(Pool::getNumActive).sum();
  }

  @Override
  public void close() {
    opening.lock();
    try {
      closed = true;
      UnifiedJedis open = client;
      if (open != null) {
        open.close();
      }
    } finally {
      opening.unlock();
    }
  }

  private UnifiedJedis client() {
    UnifiedJedis open = client;
    return open == null ? opened() : open;
  }

  private UnifiedJedis opened() {
    opening.lock();
    try {
      if (closed) {
        throw new JedisException("closed");
      }
      UnifiedJedis open = client;
      if (open == null) {
        open = settings.isCluster() ? cluster() : oneServer();
        client = open;
      }
      return open;
    } finally {
      opening.unlock();
    }
  }

  private UnifiedJedis oneServer() {
    RedisSettings.Server server = settings.servers().getFirst();
    return RedisClient.builder()
        .hostAndPort(server.host(), server.port())
        .clientConfig(clientConfig())
        .poolConfig(poolConfig())
        .build();
  }

  private UnifiedJedis cluster() {
    Set<HostAndPort> nodes = new LinkedHashSet<>();
    settings.servers().forEach(it -> nodes.add(new HostAndPort(it.host(), it.port())));
    return RedisClusterClient.builder()
        .nodes(nodes)
        .clientConfig(clientConfig())
        .poolConfig(poolConfig())
        .maxAttempts(CLUSTER_ATTEMPTS)
        .maxTotalRetriesDuration(settings.patience())
        .build();
  }

  private JedisClientConfig clientConfig() {
    int millis = Math.toIntExact(settings.patience().toMillis());
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            // The older protocol: every server and proxy knows it, and it costs no greeting.
            .resp2()
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
            .connectionTimeoutMillis(millis)
            .socketTimeoutMillis(millis)
            .user(settings.user())
            .password(settings.password())
            .database(settings.database());
    if (settings.tls()) {
      // Certificate and name: the default of many clients is to look at neither.
      config.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
    }
    return config.build();
  }

  private ConnectionPoolConfig poolConfig() {
    ConnectionPoolConfig config = new ConnectionPoolConfig();
    config.setMaxTotal(settings.poolSize());
    config.setMaxIdle(settings.poolSize());
    config.setMaxWait(settings.patience());
    config.setJmxEnabled(false);
    return config;
  }

  private Collection<? extends Pool<Connection>> pools() {
    return switch (client) {
      case RedisClusterClient cluster -> cluster.getClusterNodes().values();
      case RedisClient one -> List.of(one.getPool());
      case null, default -> List.of();
    };
  }

  private static boolean isDeadConnection(Throwable trouble) {
    boolean dead = false;
    for (Throwable e = trouble; e != null; e = e.getCause()) {
      if (e instanceof SocketTimeoutException || e instanceof JedisDataException) {
        return false;
      }
      dead |= e instanceof JedisConnectionException;
    }
    return dead;
  }
}

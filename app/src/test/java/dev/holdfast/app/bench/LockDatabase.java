package dev.holdfast.app.bench;

import java.net.URI;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;

/** A database of the lock server that one program has for itself. */
final class LockDatabase implements AutoCloseable {
  private final RedisClient client;

  LockDatabase(String url, int number) {
    URI server = URI.create(url);
    client =
        RedisClient.builder()
            .hostAndPort(server.getHost(), server.getPort())
            .clientConfig(DefaultJedisClientConfig.builder().database(number).build())
            .build();
  }

  RedisClient client() {
    return client;
  }

  /**
   * Removes all keys before it returns: those that are left to lapse keep the server busy later, in
   * the measurement of somebody else.
   */
  void clear() {
    client.flushDB();
  }

  @Override
  public void close() {
    client.close();
  }
}

package dev.holdfast.redis;

import dev.holdfast.domain.port.SeatLockPort;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the lock servers are and how long they are waited for.
 *
 * @param servers one server, or some nodes of one cluster
 * @param tls whether connections are encrypted and the server's certificate and name are checked
 * @param user the user of Redis' access lists; null for the default user
 * @param password null when the server asks for none
 * @param database the database's number; 0 with a cluster, which has no other
 * @param prefix what every key begins with, 1 to 50 letters, digits, "." "-" "_" or ":". Two
 *     installations that share a server need different ones
 * @param patience how long one call may take in all, 1 ms to 1 min
 * @param poolSize connections to one server at most, 1 to 1,000
 */
public record RedisSettings(
    List<Server> servers,
    boolean tls,
    @Nullable String user,
    @Nullable String password,
    int database,
    String prefix,
    Duration patience,
    int poolSize) {
  /** Begins every key unless said otherwise. */
  public static final String DEFAULT_PREFIX = "holdfast";

  /** A script takes a server well under a millisecond, so few connections carry many calls. */
  public static final int DEFAULT_POOL_SIZE = 16;

  private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(1);

  /** One server's address; an IPv6 address stands without brackets. */
  public record Server(String host, int port) {
    public Server {
      check(!host.isEmpty(), "a server needs a host");
      check(port >= 1 && port <= 65_535, "a port is 1 to 65535");
    }
  }

  public RedisSettings {
    servers = List.copyOf(servers);
    check(!servers.isEmpty(), "at least one server is needed");
    check(database >= 0, "a database's number is 0 or more");
    check(servers.size() == 1 || database == 0, "a cluster has only database 0");
    check(user == null || password != null, "a user needs a password");
    // Braces would move the hash tag, and an event's seats would be spread over the cluster.
    check(prefix.matches("[A-Za-z0-9._:-]{1,50}"), "a prefix is 1 to 50 of A-Z a-z 0-9 . - _ :");
    check(
        patience.compareTo(LONGEST_PATIENCE) <= 0 && patience.toMillis() >= 1,
        "patience is 1 ms to 1 min");
    check(poolSize >= 1 && poolSize <= 1_000, "a pool has 1 to 1000 connections");
  }

  /**
   * Reads {@code redis://[[user]:password@]host[:port][/database]}. {@code rediss://} means TLS.
   * Several addresses separated by commas are nodes of one cluster; after the first, scheme and
   * password may be left out. A cluster known under one name only: write that name twice. In user
   * and password, characters that mean something in a URL are percent-encoded.
   *
   * @throws IllegalArgumentException when the text is no such URL; says what is wrong and where,
   *     without repeating the text, as it may hold a password
   */
  public static RedisSettings parse(String urls) {
    return RedisUrls.parse(urls);
  }

  static RedisSettings of(
      List<Server> servers,
      boolean tls,
      @Nullable String user,
      @Nullable String password,
      int database) {
    return new RedisSettings(
        servers,
        tls,
        user,
        password,
        database,
        DEFAULT_PREFIX,
        SeatLockPort.PATIENCE,
        DEFAULT_POOL_SIZE);
  }

  /** Are the servers nodes of a cluster? */
  public boolean isCluster() {
    return servers.size() > 1;
  }

  /** The same with another prefix. */
  public RedisSettings withPrefix(String other) {
    return new RedisSettings(servers, tls, user, password, database, other, patience, poolSize);
  }

  /** The same with another patience. */
  public RedisSettings withPatience(Duration other) {
    return new RedisSettings(servers, tls, user, password, database, prefix, other, poolSize);
  }

  /** The same with another number of connections. */
  public RedisSettings withPoolSize(int other) {
    return new RedisSettings(servers, tls, user, password, database, prefix, patience, other);
  }

  /** Without user and password: this text may reach a log. */
  @Override
  public String toString() {
    return (tls ? "rediss" : "redis") + (isCluster() ? " cluster " : " ") + servers;
  }

  private static void check(boolean good, String rule) {
    if (!good) {
      throw new IllegalArgumentException(rule);
    }
  }
}

package dev.holdfast.app.bench.rival;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.SetParams;

/**
 * The seat lock that everybody writes first: one {@code SET seat token NX EX 600} a request.
 * Nothing is stored beyond it.
 */
public final class Naive {
  private static final int LIFE_SECONDS = 600;

  /** One for each of the connections that are usually measured. */
  private static final int POOL = 64;

  /** Apart from the keys of others, so that these can be removed when they have been counted. */
  public static final int DATABASE = 1;

  private final RedisClient redis;

  private Naive(RedisClient redis) {
    this.redis = redis;
  }

  /**
   * Runs it.
   *
   * @param arguments the URL of Redis
   */
  public static void main(String[] arguments) {
    URI url = URI.create(arguments[0]);
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(POOL);
    pool.setMaxIdle(POOL);
    pool.setJmxEnabled(false);
    RedisClient redis =
        RedisClient.builder()
            .hostAndPort(url.getHost(), url.getPort())
            .clientConfig(DefaultJedisClientConfig.builder().database(DATABASE).build())
            .poolConfig(pool)
            .build();
    Stack.serve(Map.of("hold", new Naive(redis)::hold));
  }

  private Stack.Reply hold(String event, JsonNode body) {
    String seat = body.path("objectLabel").asText();
    String token = body.path("holdToken").asText();
    SetParams once = SetParams.setParams().nx().ex(LIFE_SECONDS);
    boolean held = redis.set("naive:" + event + ":" + seat, token, once) != null;
    return held
        ? new Stack.Reply(200, Map.of("objectLabel", seat, "status", "held"))
        : new Stack.Reply(409, Map.of("error", "seat is held", "objectLabel", seat));
  }
}

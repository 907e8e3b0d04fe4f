package dev.holdfast.redis;

import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.params.SetParams;

/**
 * Sends each call by itself, over a connection of its own: to a cluster, where the client follows
 * slots that move, and a node that is slow must not keep those waiting who ask another.
 */
final class SingleCalls implements RedisSender {
  private final RedisConnections connections;
  private final PatientCall patient;

  SingleCalls(RedisConnections connections, PatientCall patient) {
    this.connections = connections;
    this.patient = patient;
  }

  @Override
  public @Nullable Object send(RedisCall call) {
    return patient.run(() -> connections.call(client -> run(client, call)));
  }

  private static @Nullable Object run(UnifiedJedis client, RedisCall call) {
    return switch (call) {
      case RedisCall.Script script -> run(client, script);
      case RedisCall.SetIfAbsent(byte[] key, byte[] value, long millis) ->
          client.setGet(key, value, SetParams.setParams().nx().px(millis));
    };
  }

  private static @Nullable Object run(UnifiedJedis client, RedisCall.Script call) {
    try {
      return client.evalsha(call.script().sha1(), call.keys(), call.arguments());
    } catch (JedisNoScriptException _) {
      // Flushed, restarted or another node: sending the text also caches it again.
      return client.eval(call.script().text(), call.keys(), call.arguments());
    }
  }

  /** Has nothing of its own. */
  @Override
  public void close() {}
}

package dev.holdfast.redis;

import dev.holdfast.domain.port.GateUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.params.SetParams;

/**
 * Sends the calls of all callers to one server over one connection at a time: what has come while
 * the replies before were waited for goes out together. A call costs the server a few microseconds,
 * and sending it alone costs both sides several times that.
 *
 * <p>Calls are carried out in the order in which they were sent. A caller does not wait longer than
 * the patience, whatever the connection does; what it has given up before it was sent is not sent.
 */
final class PipelinedCalls implements RedisSender {
  /** Calls that may wait; each has a caller, of whom there are fewer. */
  private static final int MAX_WAITING = 10_000;

  /** Together in one pipeline: few enough to be answered well within the patience. */
  private static final int MAX_CALLS = 256;

  private static final int MAX_KEYS = 2_000;

  private final RedisConnections connections;
  private final Patience patience;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Thread lane;

  /** A call, and its caller's answer. */
  private record Waiting(RedisCall call, CompletableFuture<@Nullable Object> reply) {}

  PipelinedCalls(RedisConnections connections, Patience patience) {
    this.connections = connections;
    this.patience = patience;
    this.lane = Thread.ofPlatform().name("redis-pipeline").daemon().start(this::run);
  }

  @Override
  public @Nullable Object send(RedisCall call) {
    Waiting waiting = new Waiting(call, new CompletableFuture<>());
    if (!queue.offer(waiting)) {
      throw new GateUnavailable("too many calls wait for the lock server", null);
    }
    try {
      return patience.await(waiting.reply);
    } finally {
      // Given up, if it has not been answered.
      waiting.reply.cancel(false);
    }
  }

  private void run() {
    List<Waiting> together = new ArrayList<>();
    try {
      while (true) {
        together.add(queue.take());
        gather(together);
        together.removeIf(each -> each.reply.isDone());
        answer(together);
        together.clear();
      }
    } catch (InterruptedException _) {
      // Closed; whoever still waits is told by its own deadline.
    }
  }

  private void gather(List<Waiting> together) {
    int keys = together.getFirst().call.keys().size();
    while (together.size() < MAX_CALLS && keys < MAX_KEYS) {
      Waiting next = queue.poll();
      if (next == null) {
        return;
      }
      keys += next.call.keys().size();
      together.add(next);
    }
  }

  private void answer(List<Waiting> together) {
    if (together.isEmpty()) {
      return;
    }
    try {
      connections.call(client -> sent(client, together));
    } catch (RuntimeException | Error e) {
      together.forEach(each -> each.reply.completeExceptionally(e));
    }
  }

  private static boolean sent(UnifiedJedis client, List<Waiting> together) {
    List<Waiting> forgotten = new ArrayList<>();
    exchange(client, together, false, forgotten);
    if (!forgotten.isEmpty()) {
      // Flushed or restarted: sending the text also caches it again.
      exchange(client, forgotten, true, new ArrayList<>());
    }
    return true;
  }

  private static void exchange(
      UnifiedJedis client, List<Waiting> calls, boolean whole, List<Waiting> forgotten) {
    List<Response<?>> replies = new ArrayList<>(calls.size());
    try (AbstractPipeline pipeline = client.pipelined()) {
      calls.forEach(each -> replies.add(ask(pipeline, each.call, whole)));
      pipeline.sync();
    }
    for (int i = 0; i < calls.size(); i++) {
      try {
        calls.get(i).reply.complete(replies.get(i).get());
      } catch (JedisNoScriptException _) {
        forgotten.add(calls.get(i));
      } catch (RuntimeException e) {
        calls.get(i).reply.completeExceptionally(e);
      }
    }
  }

  private static Response<?> ask(AbstractPipeline pipeline, RedisCall call, boolean whole) {
    return switch (call) {
      case RedisCall.Script(LuaScript script, List<byte[]> keys, List<byte[]> arguments) ->
          whole
              ? pipeline.eval(script.text(), keys, arguments)
              : pipeline.evalsha(script.sha1(), keys, arguments);
      case RedisCall.SetIfAbsent(byte[] key, byte[] value, long millis) ->
          pipeline.setGet(key, value, SetParams.setParams().nx().px(millis));
    };
  }

  @Override
  public void close() {
    lane.interrupt();
  }
}

package dev.holdfast.redis;

import org.jspecify.annotations.Nullable;

/** Sends calls and waits for their replies, no longer than the patience of the settings. */
interface RedisSender extends AutoCloseable {
  /**
   * The reply.
   *
   * @throws dev.holdfast.domain.port.GateUnavailable when there is none in time, or the server
   *     reports an error
   */
  @Nullable Object send(RedisCall call);

  @Override
  void close();
}

package dev.holdfast.redis;

import dev.holdfast.domain.port.GateUnavailable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/** Says what is wrong with a server, and nothing that should not be said. */
final class RedisTrouble {
  private static final String SYNTAX = "ERR syntax error";

  private RedisTrouble() {}

  /** What a call ended with, when it was not given up. */
  static GateUnavailable of(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof JedisDataException) {
        // Only the code: some servers and proxies repeat a command they refuse, password included.
        return new GateUnavailable("the lock server says " + code(e.getMessage()), null);
      }
    }
    return new GateUnavailable("no connection to the lock server", cause);
  }

  /** Given up. */
  static GateUnavailable late(Duration patience) {
    return new GateUnavailable("no answer within " + patience.toMillis() + " ms", null);
  }

  static GateUnavailable interrupted(InterruptedException cause) {
    return new GateUnavailable("interrupted while waiting for the answer", cause);
  }

  /** Whether the server is too old for what it was asked. */
  static boolean isNotUnderstood(GateUnavailable trouble) {
    return String.valueOf(trouble.getMessage()).endsWith(SYNTAX);
  }

  /** The word in capitals with which Redis begins an error: LOADING, READONLY, OOM, ... */
  private static String code(@Nullable String message) {
    if (SYNTAX.equals(message)) {
      return SYNTAX;
    }
    String word = message == null ? "" : message.split(" ", 2)[0];
    return word.matches("-?[A-Z]{2,20}") ? word : "ERR";
  }
}

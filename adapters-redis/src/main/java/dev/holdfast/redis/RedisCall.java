package dev.holdfast.redis;

import java.util.List;

/** What a server is asked for: by itself, or together with other callers' calls. */
sealed interface RedisCall {
  /** The keys concerned, all in one slot. */
  List<byte[]> keys();

  /** A script with its arguments; the reply is what it returns. */
  record Script(LuaScript script, List<byte[]> keys, List<byte[]> arguments) implements RedisCall {}

  /**
   * Enters a value where there is none. The reply is null when it was entered, else the value that
   * is there, as bytes. Known to servers from version 7.0 on; others say that it is no command.
   *
   * @param millis life of the entry
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record SetIfAbsent(byte[] key, byte[] value, long millis) implements RedisCall {
    @Override
    public List<byte[]> keys() {
      return List.of(key);
    }
  }
}

package dev.holdfast.app.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.app.bench.load.Tally;
import dev.holdfast.redis.RedisSeatLocks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/** The gate's own script for a hold, fired straight at Redis: what the lock server could do. */
final class GateScript {
  /** Calls that go over together, as many as there usually are connections. */
  private static final int TOGETHER = 64;

  /** As long as the gate's own: 16 bytes in base64. */
  private static final byte[] OWNER = "bench-bench-bench-benc".getBytes(US_ASCII);

  private static final byte[] LIFE = "10000".getBytes(US_ASCII);

  /** Apart from the keys of others. */
  static final int DATABASE = 2;

  private final LockDatabase database;
  private final byte[] script;
  private long seat;

  GateScript(LockDatabase database) {
    this.database = database;
    try (InputStream text =
        Objects.requireNonNull(RedisSeatLocks.class.getResourceAsStream("claim.lua"))) {
      script =
          database.client().scriptLoad(new String(text.readAllBytes(), UTF_8)).getBytes(US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Claims one fresh seat a call. */
  Tally run(Duration time) {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    long passed = 0;
    long blocked = 0;
    long now = start;
    try (AbstractPipeline pipeline = database.client().pipelined()) {
      while (now < end) {
        List<Response<Object>> replies = new ArrayList<>(TOGETHER);
        for (int call = 0; call < TOGETHER; call++) {
          byte[] key = ("bench:{7}:R12-" + seat++).getBytes(US_ASCII);
          replies.add(pipeline.evalsha(script, List.of(key), List.of(OWNER, LIFE)));
        }
        pipeline.sync();
        for (Response<Object> reply : replies) {
          if (((List<?>) reply.get()).isEmpty()) {
            passed++;
          } else {
            blocked++;
          }
        }
        now = System.nanoTime();
      }
    }
    database.clear();
    return Tally.of(passed, blocked, now - start);
  }
}

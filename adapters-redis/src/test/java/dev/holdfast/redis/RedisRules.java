package dev.holdfast.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.contract.SeatLockContract;
import dev.holdfast.domain.port.SeatLockPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** What the rules need of any kind of Redis. */
abstract class RedisRules extends SeatLockContract {
  private static final Duration PATIENT = Duration.ofSeconds(2);
  private static final String START = "0";
  private static final String MICROS =
      "local t = redis.call('TIME') return t[1] .. string.format('%06d', t[2])";

  private final List<RedisSeatLocks> opened = new ArrayList<>();

  abstract String url();

  /** One client a server. */
  abstract List<RedisClient> servers();

  @Override
  public final SeatLockPort open() {
    if (opened.isEmpty()) {
      servers().forEach(RedisClient::flushDB);
    }
    RedisSeatLocks locks = RedisSeatLocks.open(RedisSettings.parse(url()).withPatience(PATIENT));
    opened.add(locks);
    return locks;
  }

  /** Redis ends a key in the millisecond after its last, so two more are waited for. */
  @Override
  public final void pass(Duration time) {
    long end = micros() + time.plusMillis(2).toNanos() / 1_000;
    Waiting.until(time.plusSeconds(20), "the server's clock moves", () -> micros() >= end);
  }

  private long micros() {
    Object micros = servers().getFirst().eval(MICROS);
    return Long.parseLong((String) micros);
  }

  @Override
  public final int entries() {
    return servers().stream().mapToInt(it -> keys(it).size()).sum();
  }

  /** All keys of seats on one server. */
  static List<String> keys(RedisClient server) {
    List<String> keys = new ArrayList<>();
    ScanParams seats = new ScanParams().match("holdfast:{*").count(1_000);
    String cursor = START;
    do {
      ScanResult<String> page = server.scan(cursor, seats);
      keys.addAll(page.getResult());
      cursor = page.getCursor();
    } while (!cursor.equals(START));
    return keys;
  }

  @Override
  public final Duration moment() {
    return Duration.ofMillis(40);
  }

  @Override
  public final Duration bound() {
    return PATIENT.plusSeconds(5);
  }

  @AfterEach
  final void every_connection_was_given_back() {
    for (RedisSeatLocks locks : opened) {
      Waiting.until(PATIENT, "connections are given back", () -> locks.activeConnections() == 0);
      assertEquals(0, locks.activeConnections());
    }
  }
}

package dev.holdfast.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.util.JedisClusterCRC16;

/** What is found in Redis. */
final class RedisKeysTest {
  private static final List<String> LABELS =
      List.of("A-1", "{9}", "}:{", "{}", "}", "", " ", "\ud83c\udfad", "A:{1}:B");

  private static RedisServer server;

  @BeforeAll
  static void start() {
    server = RedisServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void all_keys_of_an_event_are_in_one_slot_and_events_are_spread() {
    SeatEncoding encoding = new SeatEncoding(RedisSettings.DEFAULT_PREFIX);
    Set<Integer> slots =
        encoding.keys(new EventId(7), LABELS).stream()
            .map(JedisClusterCRC16::getSlot)
            .collect(Collectors.toSet());
    assertEquals(Set.of(JedisClusterCRC16.getSlot("7")), slots);
  }

  @Test
  void no_key_is_ever_without_an_end_and_none_holds_a_token() {
    RedisClient client = server.client();
    Random random = new Random(7);
    HoldToken secret = new HoldToken("a-secret");
    RedisSettings settings = RedisSettings.parse(server.url()).withPatience(Duration.ofSeconds(2));
    try (RedisSeatLocks locks = RedisSeatLocks.open(settings)) {
      for (int i = 0; i < 200; i++) {
        act(locks, secret, random.nextInt(4), LABELS.get(random.nextInt(LABELS.size())));
        for (String key : RedisRules.keys(client)) {
          long millis = client.pttl(key);
          String value = client.get(key);
          boolean gone = millis == -2 && value == null;
          assertTrue(gone || (millis >= 0 && millis <= 10_000), () -> key + " lives " + millis);
          assertFalse(String.valueOf(value).contains(secret.value()));
        }
      }
    }
    Waiting.until(
        Duration.ofSeconds(5), "the probe lapses", () -> client.get("holdfast:probe") == null);
  }

  private static void act(RedisSeatLocks locks, HoldToken token, int what, String label) {
    EventId event = new EventId(1);
    switch (what) {
      case 0 -> locks.claim(event, token, List.of(label), SeatLockPort.MAX_TTL);
      case 1 -> locks.withdraw(event, token, List.of(label));
      case 2 -> locks.learn(event, List.of(new SeatNews.NowFree(label, 1)));
      default -> {
        Duration years = Duration.ofDays(4_000);
        locks.learn(event, List.of(new SeatNews.NowHeld(label, 1, token, years)));
        locks.check();
      }
    }
  }

  /** A claim of several seats is a script's work, one of a single seat is a plain command's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "p:0:me",
        "p:7:me",
        "h:3:me",
        "p:5:other",
        "h:6:other",
        "t:8:",
        "t:9:me",
        "f:4:",
        "f:10:other"
      })
  void a_seat_claimed_alone_is_claimed_as_among_others(String entry) {
    HoldToken me = new HoldToken("me");
    String alone = claimed(me, entry, List.of("A-1"));
    assertEquals(alone, claimed(me, entry, List.of("A-1", "A-2")));
    assertEquals(alone, claimed(me, entry, List.of("A-2", "A-1")));
  }

  /** The answer, and what then stands in the place of the entry. */
  private static String claimed(HoldToken me, String entry, List<String> labels) {
    server.flush();
    RedisClient client = server.client();
    String key = "holdfast:{1}:A-1";
    String owner = new String(SeatEncoding.fingerprint(me), UTF_8);
    if (!entry.equals("none")) {
      client.set(key, entry.replaceAll("me$", owner), SetParams.setParams().px(60_000));
    }
    RedisSettings settings = RedisSettings.parse(server.url()).withPatience(Duration.ofSeconds(2));
    try (RedisSeatLocks locks = RedisSeatLocks.open(settings)) {
      Object answer = locks.claim(new EventId(1), me, labels, SeatLockPort.MAX_TTL);
      long left = client.pttl(key);
      return answer + " " + client.get(key) + (left <= 10_000 ? " for a short while" : "");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"claim.lua", "withdraw.lua", "learn.lua"})
  void every_script_says_what_it_takes_and_gives_and_why_it_is_one(String file) throws Exception {
    try (InputStream in = LuaScript.class.getResourceAsStream(file)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      String header = text.substring(0, text.indexOf("\nlocal "));
      List<String> parts = List.of("KEYS[1..n]", "ARGV", "Returns ", "Why a script", "twice");
      for (String part : parts) {
        assertTrue(header.contains(part), () -> file + " does not say " + part);
      }
      assertEquals(
          count(text, "'SET'"), count(text, "'PX'"), "whatever is set gets an end to its life");
    }
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}

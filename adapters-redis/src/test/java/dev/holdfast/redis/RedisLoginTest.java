package dev.holdfast.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer.Passed;
import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.SeatLockPort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** Passwords, users, databases, prefixes, and what the server tells of itself. */
final class RedisLoginTest {
  private static final Duration PATIENT = Duration.ofSeconds(2);
  private static RedisServer server;

  @BeforeAll
  static void start() {
    server = RedisServer.startProcess();
    user("clerk", ">p@ss: wörd,", "+@all", "-info");
    user("guest", ">guest", "+ping", "-info");
  }

  private static void user(String name, String password, String may, String mayNot) {
    server.run(Command.ACL, "SETUSER", name, "on", password, "~*", may, mayNot);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void flush() {
    server.client().flushAll();
  }

  private static RedisSeatLocks open(String login, String rest) {
    String url = server.url().replace("redis://", "redis://" + login) + rest;
    return RedisSeatLocks.open(RedisSettings.parse(url).withPatience(PATIENT));
  }

  @Test
  void a_user_logs_in_with_a_password_of_any_characters() {
    try (RedisSeatLocks locks = open("clerk:p%40ss%3A%20w%C3%B6rd%2C@", "")) {
      locks.check();
      assertPasses(locks);
    }
  }

  @Test
  void a_wrong_password_is_trouble_and_never_repeated() {
    for (String login : List.of("clerk:open-sesame@", "nobody:open-sesame@")) {
      try (RedisSeatLocks locks = open(login, "")) {
        GateUnavailable trouble = assertThrows(GateUnavailable.class, locks::check);
        assertTrue(trouble.toString().contains(": the lock server says "), trouble::toString);
        assertThrows(GateUnavailable.class, () -> assertPasses(locks));
        for (Throwable e = trouble; e != null; e = e.getCause()) {
          assertFalse(e.toString().contains("sesame"));
        }
      }
    }
  }

  @Test
  void what_a_user_may_not_do_is_trouble() {
    try (RedisSeatLocks locks = open("guest:guest@", "")) {
      GateUnavailable trouble = assertThrows(GateUnavailable.class, () -> assertPasses(locks));
      assertTrue(trouble.toString().contains("NOPERM"), trouble::toString);
    }
  }

  @Test
  void databases_and_prefixes_do_not_share() {
    try (RedisSeatLocks zero = open("", "");
        RedisSeatLocks three = open("", "/3");
        RedisSeatLocks other =
            RedisSeatLocks.open(
                RedisSettings.parse(server.url()).withPatience(PATIENT).withPrefix("other"))) {
      for (RedisSeatLocks locks : List.of(zero, three, other)) {
        HoldToken token = new HoldToken("token-" + System.identityHashCode(locks));
        assertEquals(
            new Passed(), locks.claim(new EventId(1), token, List.of("A-1"), SeatLockPort.MAX_TTL));
      }
    }
    assertEquals("# Keyspace db0:keys=2 db3:keys=1", keyspace());
  }

  private static String keyspace() {
    return server
        .client()
        .info("keyspace")
        .replaceAll(",expires=\\d+,avg_ttl=\\d+", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  @Test
  void the_eviction_policy_is_told_where_it_may_be() {
    try (RedisSeatLocks locks = open("", "")) {
      assertEquals(Optional.of("noeviction"), locks.evictionPolicy());
      server.client().configSet("maxmemory-policy", "allkeys-lru");
      assertEquals(Optional.of("allkeys-lru"), locks.evictionPolicy());
    } finally {
      server.client().configSet("maxmemory-policy", "noeviction");
    }
    try (RedisSeatLocks locks = open("clerk:p%40ss%3A%20w%C3%B6rd%2C@", "")) {
      assertEquals(Optional.empty(), locks.evictionPolicy());
    }
  }

  private static void assertPasses(RedisSeatLocks locks) {
    assertEquals(
        new Passed(),
        locks.claim(new EventId(1), new HoldToken("ann"), List.of("A-1"), SeatLockPort.MAX_TTL));
  }
}

package dev.holdfast.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer.Blocked;
import dev.holdfast.domain.port.ClaimAnswer.Passed;
import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews.NowTaken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** What happens to a server in its life, and what the gate makes of it. */
final class RedisTroubleTest {
  private static final EventId EVENT = new EventId(1);
  private static final HoldToken ANN = new HoldToken("ann");
  private static final HoldToken BEN = new HoldToken("ben");
  private static final Duration PATIENT = Duration.ofSeconds(2);

  private static RedisServer server;
  private RedisSeatLocks locks;

  @BeforeAll
  static void start() {
    server = RedisServer.startProcess();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    server.flush();
    locks = RedisSeatLocks.open(RedisSettings.parse(server.url()).withPatience(PATIENT));
  }

  @AfterEach
  void close() {
    Waiting.until(PATIENT, "connections are given back", () -> locks.activeConnections() == 0);
    locks.close();
  }

  @Test
  void scripts_that_the_server_forgot_are_sent_again_also_in_the_middle_of_a_storm()
      throws Exception {
    assertPasses(ANN, "A-1");
    server.client().scriptFlush();
    assertBlocked(BEN, "A-1");
    server.client().scriptFlush();
    locks.learn(EVENT, List.of(new NowTaken("A-1", 1)));
    server.client().scriptFlush();
    locks.withdraw(EVENT, ANN, List.of("A-1"));

    storm(
        8,
        caller -> {
          for (int i = 0; i < 100; i++) {
            if (caller == 0) {
              server.client().scriptFlush();
            } else {
              assertPasses(new HoldToken("t" + caller), caller + "-" + i);
            }
          }
        });
    assertEquals(701, RedisRules.keys(server.client()).size());
  }

  @Test
  void a_flushed_server_has_only_forgotten() {
    assertPasses(ANN, "A-1");
    locks.learn(EVENT, List.of(new NowTaken("A-2", 1)));
    server.client().flushAll();
    assertPasses(BEN, "A-1", "A-2");
    assertBlocked(ANN, "A-1");
  }

  @Test
  void a_server_that_was_killed_and_restarted_is_used_again_by_the_first_call() throws Exception {
    storm(8, caller -> assertPasses(new HoldToken("t" + caller), "A-" + caller));
    server.kill();
    assertUnavailable("no connection to the lock server");
    server.restart();
    // Each of the pooled connections is dead; no caller may find that out the hard way.
    for (int i = 0; i < 8; i++) {
      assertPasses(BEN, "A-" + i);
    }
  }

  @Test
  void a_frozen_server_is_given_up_in_time_and_used_again_when_it_thaws() {
    try (RedisSeatLocks strict = RedisSeatLocks.open(RedisSettings.parse(server.url()))) {
      Waiting.until(PATIENT, "warm enough for 50 ms", () -> passes(strict));
      server.pause();
      try {
        for (int i = 0; i < 5; i++) {
          GateUnavailable late =
              assertTimeout(
                  SeatLockPort.PATIENCE.multipliedBy(10),
                  () -> assertThrows(GateUnavailable.class, strict::check));
          assertTrue(late.toString().contains(": no "), () -> "says what is wrong: " + late);
        }
      } finally {
        server.resume();
      }
      Waiting.until(PATIENT, "answers again", () -> passes(strict));
      Waiting.until(PATIENT, "connections are back", () -> strict.activeConnections() == 0);
    }
  }

  private static boolean passes(RedisSeatLocks strict) {
    try {
      return new Passed().equals(strict.claim(EVENT, ANN, List.of("A-1"), SeatLockPort.MAX_TTL));
    } catch (GateUnavailable _) {
      return false;
    }
  }

  @Test
  void a_full_server_says_so_and_enters_nothing() {
    server.client().configSet("maxmemory", "1");
    try {
      assertUnavailable("OOM");
      assertThrows(GateUnavailable.class, () -> claim(ANN, "A-1", "A-2"));
      assertThrows(
          GateUnavailable.class, () -> locks.learn(EVENT, List.of(new NowTaken("A-1", 1))));
    } finally {
      server.client().configSet("maxmemory", "0");
    }
    assertEquals(List.of(), RedisRules.keys(server.client()));
    assertPasses(BEN, "A-1", "A-2");
  }

  @Test
  void a_server_that_became_a_replica_says_so() {
    replicaOf("127.0.0.1", "1");
    try {
      assertUnavailable("READONLY");
      assertThrows(GateUnavailable.class, () -> claim(ANN, "A-1"));
    } finally {
      replicaOf("NO", "ONE");
    }
    assertPasses(BEN, "A-1");
  }

  private static void replicaOf(String host, String port) {
    server.run(Command.REPLICAOF, host, port);
  }

  @Test
  void a_server_that_is_away_at_the_start_is_found_when_it_comes() {
    server.kill();
    try (RedisSeatLocks early =
        RedisSeatLocks.open(RedisSettings.parse(server.url()).withPatience(PATIENT))) {
      assertThrows(GateUnavailable.class, early::check);
      server.restart();
      early.check();
      assertEquals(new Passed(), early.claim(EVENT, ANN, List.of("A-1"), SeatLockPort.MAX_TTL));
    }
  }

  @Test
  void there_are_never_more_connections_than_the_pool_may_have() throws Exception {
    RedisSettings two = RedisSettings.parse(server.url()).withPatience(PATIENT).withPoolSize(2);
    long before = clientsOf(server);
    RedisSeatLocks narrow = RedisSeatLocks.open(two);
    storm(
        32,
        caller ->
            narrow.claim(EVENT, new HoldToken("t" + caller), List.of("A-1"), SeatLockPort.MAX_TTL));
    long most = clientsOf(server) - before;
    narrow.close();
    assertTrue(most >= 1 && most <= 2, () -> most + " connections");
    Waiting.until(PATIENT, "closing ends them", () -> clientsOf(server) <= before);
  }

  private static long clientsOf(RedisServer of) {
    return of.client()
        .info("clients")
        .lines()
        .filter(it -> it.startsWith("connected_clients:"))
        .mapToLong(it -> Long.parseLong(it.substring("connected_clients:".length())))
        .sum();
  }

  private interface Caller {
    void call(int number) throws Exception;
  }

  private static void storm(int callers, Caller caller) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        int number = i;
        running.add(
            threads.submit(() -> {
              caller.call(number);
              return number;
            }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
  }

  private void assertUnavailable(String why) {
    GateUnavailable trouble = assertThrows(GateUnavailable.class, locks::check);
    assertTrue(trouble.toString().contains(why), trouble::toString);
  }

  private Object claim(HoldToken token, String... labels) {
    return locks.claim(EVENT, token, List.of(labels), SeatLockPort.MAX_TTL);
  }

  private void assertPasses(HoldToken token, String... labels) {
    assertEquals(new Passed(), claim(token, labels));
  }

  private void assertBlocked(HoldToken token, String label) {
    assertInstanceOf(Blocked.class, claim(token, label));
  }
}

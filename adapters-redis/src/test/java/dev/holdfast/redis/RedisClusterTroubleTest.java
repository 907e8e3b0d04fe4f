package dev.holdfast.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** A cluster's own ways, in one story, as a cluster takes seconds to start. */
final class RedisClusterTroubleTest {
  private static final Duration PATIENT = Duration.ofSeconds(2);
  private static final int MOVED = 5;
  private static final HoldToken ANN = new HoldToken("ann");
  private static final List<String> SEATS = List.of("A-1", "{A}", "}:{2}");

  @Test
  void events_are_spread_whole_slots_may_move_and_a_lost_node_is_trouble() {
    try (RedisCluster cluster = RedisCluster.start();
        RedisSeatLocks locks =
            RedisSeatLocks.open(RedisSettings.parse(cluster.url()).withPatience(PATIENT))) {
      assertEquals(Optional.of("noeviction"), locks.evictionPolicy());
      eventsAreSpreadAndWhole(cluster, locks);
      cluster.flush();
      aMovedSlotIsFound(cluster, locks);
      aLostNodeIsTrouble(cluster, locks);
      Waiting.until(PATIENT, "connections are given back", () -> locks.activeConnections() == 0);
    }
  }

  private static void eventsAreSpreadAndWhole(RedisCluster cluster, RedisSeatLocks locks) {
    for (int id = 1; id <= 60; id++) {
      assertPasses(locks, id);
    }
    for (RedisClient node : cluster.clients()) {
      int keys = RedisRules.keys(node).size();
      assertTrue(keys > 0, "each node has some events");
      assertEquals(0, keys % SEATS.size(), "an event is on one node");
    }
  }

  private static void aMovedSlotIsFound(RedisCluster cluster, RedisSeatLocks locks) {
    for (int id = 1; id <= MOVED; id++) {
      cluster.moveSlot(keyOf(id));
      assertPasses(locks, id);
      assertPasses(locks, id);
    }
  }

  private static void aLostNodeIsTrouble(RedisCluster cluster, RedisSeatLocks locks) {
    long elsewhere =
        LongStream.iterate(MOVED + 1, id -> id + 1)
            .filter(id -> cluster.survives(keyOf(id)))
            .findFirst()
            .orElseThrow();
    cluster.killOne();
    Waiting.until(
        Duration.ofSeconds(30),
        "the rest of the cluster stops serving",
        () -> refused(locks, elsewhere).contains("CLUSTERDOWN"));
    assertThrows(GateUnavailable.class, locks::check);
  }

  private static byte[] keyOf(long event) {
    return new SeatEncoding("holdfast").keys(new EventId(event), List.of("x")).getFirst();
  }

  private static String refused(RedisSeatLocks locks, long event) {
    try {
      assertPasses(locks, event);
      return "";
    } catch (GateUnavailable e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void assertPasses(RedisSeatLocks locks, long id) {
    assertEquals(new Passed(), locks.claim(new EventId(id), ANN, SEATS, SeatLockPort.MAX_TTL));
  }
}

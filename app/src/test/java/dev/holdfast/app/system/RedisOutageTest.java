package dev.holdfast.app.system;

import dev.holdfast.app.v1.Bustle;
import dev.holdfast.redis.RedisServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Redis goes away under load and comes back knowing nothing. */
final class RedisOutageTest {
  private static final Duration OUTAGE = Duration.ofSeconds(20);

  @Test
  void I7_I11_an_outage_of_redis_leaves_the_journal_whole_and_no_free_seat_refused_for_long() {
    try (RedisServer redis = RedisServer.startProcess();
        Deployment service = Deployment.twoNodes(Map.of("HOLDFAST_REDIS_URL", redis.url()))) {
      Bustle bustle = new Bustle(service).goOn(Duration.ofSeconds(3));
      redis.kill();
      bustle.goOn(OUTAGE);
      redis.restart();
      bustle.goOn(Duration.ofSeconds(5)).calm().assertTheJournalIsWhole();
      System.out.println("longest refusal of a free seat: " + bustle.longestRefusal());
    }
  }
}

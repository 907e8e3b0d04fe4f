package dev.holdfast.app.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.app.v1.TestVenue;
import dev.holdfast.redis.RedisServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Another Redis takes the place of the one that had heard of a hold, and has not heard of it. */
final class RedisTakeOverTest {
  @Test
  void I5_a_seat_held_just_before_redis_is_replaced_stays_its_holders() {
    try (RedisServer redis = RedisServer.startProcess("--save", "", "--appendonly", "no");
        Deployment service = Deployment.twoNodes(Map.of("HOLDFAST_REDIS_URL", redis.url()))) {
      TestVenue venue = TestVenue.open(service);
      for (int n = 1; n <= 20; n++) {
        String seat = "A-" + n;
        venue.hold(seat, "the-holder").ok();
        if (n == 10) {
          redis.kill();
          redis.restart();
        }
        venue.hold(seat, "somebody-else").expect(409);
        assertEquals("the-holder", venue.object(seat).path("holdToken").asText());
        venue.book(List.of(seat), "the-holder").ok();
      }
    }
  }
}

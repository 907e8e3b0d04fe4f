package dev.holdfast.app.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.v1.Storm;
import dev.holdfast.redis.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes killed under load, and what is left of what they acknowledged. */
final class CrashTest {
  private static final int BOOKINGS = 80;

  @Test
  void I2_I3_kill_9_of_the_service_loses_nothing_acknowledged_and_leaves_no_half_batch(
      @TempDir Path data) {
    try (ServiceProcess service = ServiceProcess.start(data, Map.of())) {
      Storm storm = new Storm(service).rage(BOOKINGS);
      service.kill();
      storm.calm();
      service.startAgain();
      storm.assertNothingIsLost();
    }
  }

  @Test
  void I2_I3_kill_9_of_the_service_and_of_its_database_loses_nothing_acknowledged(
      @TempDir Path data) {
    try (ServiceProcess service = ServiceProcess.start(data, Map.of())) {
      Storm storm = new Storm(service).rage(BOOKINGS);
      service.killWithDatabase();
      storm.calm();
      service.startAgain();
      storm.assertNothingIsLost();
    }
  }

  @Test
  void I5_flushing_redis_during_a_storm_changes_no_answer_s_truth() {
    try (RedisServer redis = RedisServer.start();
        Deployment service = Deployment.twoNodes(Map.of("HOLDFAST_REDIS_URL", redis.url()))) {
      Storm storm = new Storm(service);
      for (int flush = 1; flush <= 10; flush++) {
        storm.rage(flush * BOOKINGS / 10);
        redis.flush();
      }
      storm.calm().assertNothingIsLost();
    }
  }

  @Test
  void a_service_that_is_told_to_stop_finishes_what_is_under_way_and_keeps_it(@TempDir Path data) {
    ServiceProcess service = ServiceProcess.start(data, Map.of());
    Storm storm = new Storm(service).rage(BOOKINGS / 2);
    service.terminate();
    int exit = service.awaitEnd(Duration.ofSeconds(60));
    assertEquals(143, exit, "ended by SIGTERM");
    List<String> traces =
        service.output().stream().filter(line -> line.startsWith("\tat ")).toList();
    assertTrue(traces.isEmpty(), () -> "stack traces: " + service.output());
    storm.calm();
    service.startAgain();
    storm.assertNothingIsLost();
    service.close();
  }

  @Test
  void a_first_start_tells_the_demo_s_keys_and_a_second_one_does_not(@TempDir Path data) {
    try (ServiceProcess service = ServiceProcess.start(data, Map.of())) {
      assertTrue(service.output().stream().anyMatch(line -> line.contains("sk_test_")));
      service.terminate();
      service.awaitEnd(Duration.ofSeconds(60));
      service.startAgain();
      assertTrue(service.output().stream().noneMatch(line -> line.contains("sk_test_")));
    }
  }
}

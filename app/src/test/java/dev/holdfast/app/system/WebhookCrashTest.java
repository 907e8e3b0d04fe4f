package dev.holdfast.app.system;

import dev.holdfast.app.v1.DeliveryStorm;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What webhooks hear when nodes die, or were not there. */
final class WebhookCrashTest {
  private static final Map<String, String> SETTINGS =
      Map.of("HOLDFAST_WEBHOOK_ALLOW_PRIVATE_ADDRESSES", "true");

  @Test
  void I8_kill_9_with_5000_deliveries_under_way_loses_none(@TempDir Path data) {
    try (ServiceProcess service = ServiceProcess.start(data, SETTINGS);
        DeliveryStorm storm = new DeliveryStorm(service, 25)) {
      storm.holdAll(600).awaitAttempts(500);
      service.kill();
      service.startAgain();
      storm.assertEverySeatIsTold("seat.held");
    }
  }

  @Test
  void I7_I8_holds_that_lapse_while_no_node_is_there_are_told_once_each(@TempDir Path data) {
    int ttl = 5;
    try (ServiceProcess service = ServiceProcess.start(data, SETTINGS);
        DeliveryStorm storm = new DeliveryStorm(service, 1)) {
      storm.holdAll(ttl);
      service.kill();
      storm.awaitDeadlines(ttl);
      service.startAgain();
      storm.assertEverySeatIsTold("seat.hold_expired");
    }
  }

  @Test
  void I7_I8_three_nodes_that_sweep_tell_each_lapsed_hold_once() {
    try (Deployment service = Deployment.threeNodes(Map.of());
        DeliveryStorm storm = new DeliveryStorm(service, 2)) {
      storm.holdAll(2).assertEverySeatIsTold("seat.hold_expired");
    }
  }
}

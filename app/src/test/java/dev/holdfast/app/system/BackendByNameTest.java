package dev.holdfast.app.system;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.Configuration;
import dev.holdfast.app.Holdfast;
import dev.holdfast.app.StartException;
import dev.holdfast.app.v1.ConcurrencyRules;
import dev.holdfast.app.v1.HoldRules;
import dev.holdfast.app.v1.ServiceUnderTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A gate that a team brought along, named in the environment. */
final class BackendByNameTest {
  private static ServiceUnderTest deployment;

  @BeforeAll
  static void start() {
    deployment =
        Deployment.oneNode(Map.of("HOLDFAST_LOCKS", "toy", "TOY_ADDRESS", "127.0.0.1:7000"));
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  @Nested
  final class Hold extends HoldRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment;
    }
  }

  @Nested
  final class Concurrency extends ConcurrencyRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment;
    }
  }

  @Test
  void a_name_that_nobody_brought_stops_the_start_and_tells_which_there_are() {
    Map<String, String> environment = new HashMap<>(Databases.settings());
    environment.put("HOLDFAST_LOCKS", "zookeeper");
    StartException trouble =
        assertThrows(
            StartException.class, () -> Holdfast.start(Configuration.of(environment), () -> {}));
    String message = String.valueOf(trouble.getMessage());
    assertTrue(message.contains("zookeeper") && message.contains("toy"), message);
  }
}

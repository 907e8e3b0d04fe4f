package dev.holdfast.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FailedStartTest {
  /** Its database ends with it, and nobody should look for the cause there. */
  @Test
  void a_start_on_a_port_in_use_says_so_and_speaks_of_no_lost_database(@TempDir Path data)
      throws IOException {
    AtomicInteger lost = new AtomicInteger();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Configuration configuration =
          Configuration.of(
              Map.of(
                  Setting.HOLDFAST_DATA_DIR.name(), data.toString(),
                  Setting.HOLDFAST_PORT.name(), Integer.toString(taken.getLocalPort())));
      StartException told =
          assertThrows(
              StartException.class, () -> Holdfast.start(configuration, lost::incrementAndGet));
      assertTrue(String.valueOf(told.getMessage()).contains("HOLDFAST_PORT"), told::toString);
    }
    assertEquals(0, lost.get());
  }
}

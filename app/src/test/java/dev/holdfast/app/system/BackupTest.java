package dev.holdfast.app.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.v1.Storm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backup that docs/backup.md describes. */
final class BackupTest {
  @Test
  void a_cold_copy_of_the_data_directory_brings_every_booking_back(@TempDir Path directory)
      throws Exception {
    Path data = directory.resolve("data");
    ServiceProcess service = ServiceProcess.start(data, Map.of());
    Storm storm = new Storm(service).rage(10).calm();
    service.terminate();
    service.awaitEnd(Duration.ofSeconds(60));

    copy(data, directory.resolve("data-backup"));
    Files.move(data, directory.resolve("data-broken"));
    copy(directory.resolve("data-backup"), data);

    service.startAgain();
    storm.assertNothingIsLost();
    service.close();
  }

  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    Process copy =
        new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start();
    assertTrue(copy.waitFor(120, TimeUnit.SECONDS));
    assertEquals(0, copy.exitValue());
  }
}

package dev.holdfast.postgres.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path temporary;

  @Test
  void a_file_in_place_of_the_directory_is_refused() throws Exception {
    Path file = Files.writeString(temporary.resolve("data"), "");
    assertTrue(refusal(file).contains(file + " is not a directory"));
  }

  @Test
  void a_directory_that_everybody_may_write_is_refused() throws Exception {
    Path open = Files.createDirectory(temporary.resolve("data"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertTrue(refusal(open).contains("chmod o-w"));
  }

  @Test
  void the_files_of_another_user_are_refused() throws Exception {
    try (DataDirectory data = DataDirectory.open(temporary.resolve("data"));
        FileGuard elsewhere = FileGuard.acquire(temporary.toRealPath().resolve("lock"))) {
      DataDirectory foreign = new DataDirectory(data.root(), data.uid() + 1, elsewhere);
      Path file = Files.writeString(data.password(), "secret");
      EmbeddedPostgresException refused =
          assertThrows(EmbeddedPostgresException.class, () -> foreign.requireOwned(file));
      assertTrue(String.valueOf(refused.getMessage()).startsWith(file + " belongs to the user "));
    }
  }

  @Test
  void leftovers_of_an_interrupted_creation_are_removed() throws Exception {
    Path data = temporary.resolve("data");
    Path leftover = data.resolve("postgres.partial-0123456789abcdef/base");
    Files.writeString(Files.createDirectories(leftover).resolve("1"), "half");
    DataDirectory.open(data).close();
    assertFalse(Files.exists(leftover.getParent()));
  }

  @Test
  void a_cluster_of_another_major_version_is_refused() throws Exception {
    assertTrue(
        refusalOfCluster("PG_VERSION", "17\n")
            .contains("was written by PostgreSQL 17, but this is"));
  }

  @Test
  void files_that_are_no_cluster_are_refused() throws Exception {
    assertTrue(refusalOfCluster("letter.txt", "Dear").contains("not a PostgreSQL cluster"));
  }

  @Test
  void the_bounds_of_the_settings_are_checked() {
    EmbeddedSettings settings = EmbeddedSettings.defaults();
    assertThrows(IllegalArgumentException.class, () -> settings.withSharedBuffersMegabytes(15));
    assertThrows(IllegalArgumentException.class, () -> settings.withMaxConnections(1_001));
    assertThrows(
        IllegalArgumentException.class,
        () -> settings.withTimeouts(Duration.ZERO, Duration.ofSeconds(1)));
    assertEquals(200, settings.withMaxConnections(200).maxConnections());
  }

  private String refusalOfCluster(String file, String content) throws Exception {
    try (DataDirectory data = DataDirectory.open(temporary.resolve("data"))) {
      Files.createDirectory(data.cluster());
      Files.writeString(data.cluster().resolve(file), content);
      ServerInstallation server = new ServerInstallation(temporary, "18.6");
      Launcher launcher = new Launcher(List.of(), List.of());
      Cluster cluster = new Cluster(data, server, launcher);
      EmbeddedPostgresException refused =
          assertThrows(EmbeddedPostgresException.class, cluster::requireUsable);
      return String.valueOf(refused.getMessage());
    }
  }

  private static String refusal(Path directory) {
    EmbeddedPostgresException refused =
        assertThrows(EmbeddedPostgresException.class, () -> DataDirectory.open(directory).close());
    return String.valueOf(refused.getMessage());
  }
}

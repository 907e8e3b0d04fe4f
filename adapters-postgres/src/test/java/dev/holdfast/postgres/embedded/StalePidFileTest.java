package dev.holdfast.postgres.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StalePidFileTest {
  private static final Duration BOUND = Duration.ofMinutes(1);

  @TempDir static Path temporary;
  private static Path data = Path.of("");

  @BeforeAll
  static void copyDatabase() throws Exception {
    data = Prepared.dataIn(temporary).toRealPath();
  }

  private static EmbeddedPostgres start() {
    return EmbeddedPostgres.start(data, Prepared.settings());
  }

  @Test
  void another_program_with_the_noted_process_id_is_left_alone() throws Exception {
    // Everything fits but the name of the program, and that only just.
    Path program = temporary.resolve("postgres_exporter");
    Files.copy(Path.of("/bin/sh").toRealPath(), program, StandardCopyOption.COPY_ATTRIBUTES);
    Process reader =
        new ProcessBuilder(program.toString(), "-c", "read line")
            .directory(data.resolve("postgres").toFile())
            .start();
    try {
      notePid(reader.pid());
      start().close();
      assertTrue(reader.isAlive());
    } finally {
      reader.destroyForcibly();
    }
  }

  @Test
  void a_process_that_ended_but_was_not_collected_is_no_obstacle() throws Exception {
    // The shell leaves a child to a program that does not know of it and never collects it.
    Process parent = new ProcessBuilder("sh", "-c", "sleep 0 & exec sleep 60").start();
    try {
      assertTrue(Waiting.until(BOUND, () -> zombieOf(parent).isPresent()));
      notePid(zombieOf(parent).orElseThrow().pid());
      start().close();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void the_server_of_another_directory_is_left_alone() throws Exception {
    Path elsewhere = Prepared.dataIn(Files.createDirectory(temporary.resolve("other")));
    try (EmbeddedPostgres other = EmbeddedPostgres.start(elsewhere, Prepared.settings())) {
      notePid(other.pid());
      start().close();
      assertTrue(other.isAlive());
      assertEquals("1", Rows.ask(other, "SELECT 1"));
    }
  }

  @Test
  void a_pid_file_of_a_dead_process_or_without_sense_is_no_obstacle() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    notePid(ended.pid());
    start().close();
    for (String nonsense : List.of("", "what?\0\n")) {
      Files.writeString(data.resolve("postgres/postmaster.pid"), nonsense);
      start().close();
    }
  }

  private static void notePid(long pid) throws Exception {
    Path cluster = data.resolve("postgres");
    Files.writeString(
        cluster.resolve("postmaster.pid"),
        "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n\nready   \n".formatted(pid, cluster));
  }

  private static Optional<ProcessHandle> zombieOf(Process parent) {
    return parent.children().filter(StalePidFileTest::isZombie).findFirst();
  }

  private static boolean isZombie(ProcessHandle process) {
    try {
      String state = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return state.contains(") Z ");
    } catch (IOException gone) {
      return false;
    }
  }
}

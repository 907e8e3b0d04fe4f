package dev.holdfast.postgres.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
  private static final Duration BOUND = Duration.ofMinutes(1);

  @TempDir Path temporary;
  private Path data = Path.of("");

  @BeforeEach
  void copyDatabase() throws Exception {
    data = Prepared.dataIn(temporary).toRealPath();
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(data, Prepared.settings());
  }

  @Test
  void a_killed_jvm_takes_its_server_along() throws Exception {
    try (ChildJvm child = ChildJvm.ready(data, Prepared.programs())) {
      ClusterProcesses processes = new ClusterProcesses(data.resolve("postgres"));
      assertTrue(processes.all().stream().anyMatch(each -> each.pid() == child.server()));
      child.kill();
      assertTrue(Waiting.until(BOUND, () -> processes.all().isEmpty()));
    }
    assertRowOfTheChildIsKept();
  }

  @Test
  void a_start_right_after_the_kill_waits_for_the_old_server() throws Exception {
    try (ChildJvm child = ChildJvm.ready(data, Prepared.programs())) {
      child.kill();
      assertRowOfTheChildIsKept();
    }
  }

  @Test
  void a_server_that_outlived_its_jvm_is_stopped_and_replaced() throws Exception {
    Path tools = temporary.resolve("tools");
    try (ChildJvm child =
        ChildJvm.readyWithoutDeathSignal(data, Prepared.programs(), tools, false)) {
      child.kill();
      ClusterProcesses processes = new ClusterProcesses(data.resolve("postgres"));
      assertTrue(staysUp(processes, child.server()));
      try (EmbeddedPostgres server = start()) {
        assertNotEquals(child.server(), server.pid());
        assertFalse(processes.mayBeOurs(child.server()));
        assertEquals("from the child", Rows.all(server));
      }
    }
  }

  @Test
  void a_terminated_jvm_stops_its_server_by_a_hook_if_asked_to() throws Exception {
    Path tools = temporary.resolve("tools");
    Path programs = Prepared.programs();
    try (ChildJvm child = ChildJvm.readyWithoutDeathSignal(data, programs, tools, true)) {
      child.terminate();
      assertFalse(Files.exists(data.resolve("postgres/postmaster.pid")));
      assertTrue(new ClusterProcesses(data.resolve("postgres")).all().isEmpty());
    }
    assertRowOfTheChildIsKept();
  }

  @Test
  void rows_survive_the_kill_of_jvm_and_server() throws Exception {
    try (ChildJvm child = ChildJvm.ready(data, Prepared.programs())) {
      ProcessHandle server = ProcessHandle.of(child.server()).orElseThrow();
      server.destroyForcibly();
      child.kill();
    }
    assertRowOfTheChildIsKept();
  }

  @Test
  void a_busy_session_of_a_killed_server_is_gone_before_the_next_one_starts() throws Exception {
    EmbeddedPostgres killed = start();
    Rows.add(killed, "from the child");
    Thread busy = Thread.ofPlatform().daemon().start(() -> spin(killed));
    assertTrue(Waiting.until(BOUND, () -> isBusy(killed)));
    ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
    killed.onExit().get(BOUND.toSeconds(), TimeUnit.SECONDS);
    killed.close();
    assertTrue(busy.isAlive());
    assertRowOfTheChildIsKept();
    assertTrue(busy.join(BOUND));
  }

  /** A server that was told of the end of its parent is gone in less. */
  private static boolean staysUp(ClusterProcesses processes, long server) {
    return !Waiting.until(Duration.ofSeconds(2), () -> !processes.mayBeOurs(server));
  }

  private void assertRowOfTheChildIsKept() throws Exception {
    try (EmbeddedPostgres server = start()) {
      assertEquals("from the child", Rows.all(server));
    }
  }

  private static void spin(EmbeddedPostgres server) {
    try {
      Rows.execute(server, "DO $$ BEGIN LOOP NULL; END LOOP; END $$");
      throw new IllegalStateException("an endless loop ended");
    } catch (SQLException killed) {
      // As intended: the session was ended with the rest of its server.
    }
  }

  private static boolean isBusy(EmbeddedPostgres server) {
    try {
      return "1"
          .equals(
              Rows.ask(
                  server,
                  "SELECT count(*) FROM pg_stat_activity"
                      + " WHERE state = 'active' AND query LIKE 'DO %'"));
    } catch (SQLException e) {
      return false;
    }
  }
}

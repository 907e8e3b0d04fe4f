package dev.holdfast.postgres.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
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
  void rows_survive_a_stop_and_a_start() throws Exception {
    String password;
    try (EmbeddedPostgres server = start()) {
      Rows.add(server, "first run");
      password = server.password();
    }
    try (EmbeddedPostgres server = start()) {
      Rows.add(server, "second run");
      assertEquals("first run,second run", Rows.all(server));
      assertEquals(password, server.password());
    }
  }

  @Test
  void nothing_in_the_data_directory_can_switch_durability_off() throws Exception {
    start().close();
    Path configuration = data.resolve("postgres/postgresql.auto.conf");
    Files.writeString(configuration, "fsync = off\nlisten_addresses = '*'\nhba_file = '/x'\n");
    try (EmbeddedPostgres server = start()) {
      assertEquals("on", Rows.ask(server, "SHOW fsync"));
    }
  }

  @Test
  void a_role_that_gave_up_durability_is_refused() throws Exception {
    try (EmbeddedPostgres server = start()) {
      Rows.execute(server, "ALTER ROLE holdfast SET synchronous_commit = off");
    }
    EmbeddedPostgresException refused = assertThrows(EmbeddedPostgresException.class, this::start);
    assertTrue(message(refused).contains("synchronous_commit is off, not on"), message(refused));
  }

  @Test
  void a_port_that_was_taken_in_the_meantime_is_replaced_by_another_one() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        DataDirectory directory = DataDirectory.open(data)) {
      ServerArchive archive = ServerArchive.forThisPlatform();
      ServerInstallation programs = ServerInstallation.of(archive, Prepared.programs());
      Launcher launcher = Launcher.detect(programs.postgres(), directory.uid());
      Deque<Integer> ports = new ArrayDeque<>(List.of(taken.getLocalPort(), Postmaster.freePort()));
      Postmaster postmaster =
          Postmaster.start(launcher, programs, directory, Prepared.settings(), ports::remove);
      new ServerStop(new ClusterProcesses(directory.cluster()), Duration.ofSeconds(20))
          .stop(postmaster.process());
      assertTrue(ports.isEmpty());
      assertNotEquals(taken.getLocalPort(), postmaster.port());
    }
  }

  @Test
  void a_second_instance_is_refused_and_the_first_stays_protected() throws Exception {
    try (EmbeddedPostgres server = start()) {
      for (int attempt = 0; attempt < 2; attempt++) {
        EmbeddedPostgresException refused =
            assertThrows(EmbeddedPostgresException.class, this::start);
        assertTrue(message(refused).contains(data.toString()));
        assertTrue(message(refused).contains("in use by this process"), message(refused));
      }
      IllegalStateException other =
          assertThrows(
              IllegalStateException.class, () -> ChildJvm.ready(data, Prepared.programs()));
      String holder = "in use by process " + ProcessHandle.current().pid();
      assertTrue(message(other).contains(holder), message(other));
      assertTrue(server.isAlive());
    }
    start().close();
  }

  @Test
  void the_end_of_the_server_is_told() throws Exception {
    try (EmbeddedPostgres server = start()) {
      Rows.add(server, "before");
      assertTrue(server.isAlive());
      ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
      assertEquals(128 + 9, server.onExit().get(10, TimeUnit.SECONDS));
      assertFalse(server.isAlive());
    }
    try (EmbeddedPostgres server = start()) {
      assertEquals("before", Rows.all(server));
    }
  }

  @Test
  void closing_is_clean_and_may_be_repeated() throws Exception {
    EmbeddedPostgres server = start();
    server.close();
    server.close();
    assertEquals(0, server.onExit().get(1, TimeUnit.SECONDS));
    assertFalse(Files.exists(data.resolve("postgres/postmaster.pid")));
  }

  @Test
  void a_removed_password_is_replaced_by_another_one() throws Exception {
    String first;
    try (EmbeddedPostgres server = start()) {
      Rows.add(server, "kept");
      first = server.password();
    }
    Files.delete(data.resolve("password"));
    try (EmbeddedPostgres server = start()) {
      assertNotEquals(first, server.password());
      assertEquals("kept", Rows.all(server));
      assertThrows(
          SQLException.class,
          () -> DriverManager.getConnection(server.jdbcUrl(), "postgres", first));
    }
  }

  @Test
  void a_password_file_of_another_database_is_named() throws Exception {
    start().close();
    Path file = data.resolve("password");
    Files.writeString(file, "not-the-password\n");
    EmbeddedPostgresException refused = assertThrows(EmbeddedPostgresException.class, this::start);
    assertTrue(message(refused).contains(file.toString()), message(refused));
    assertFalse(message(refused).contains("not-the-password"));
    Files.delete(file);
    start().close();
  }

  @Test
  void a_set_up_that_was_cut_short_is_completed_by_the_next_start() throws Exception {
    try (EmbeddedPostgres server = start();
        Connection owner =
            DriverManager.getConnection(
                server.jdbcUrl().replace("/holdfast", "/postgres"), "postgres", server.password());
        Statement statement = owner.createStatement()) {
      statement.execute("DROP DATABASE holdfast");
      statement.execute("DROP ROLE holdfast");
    }
    try (EmbeddedPostgres server = start()) {
      Rows.add(server, "works");
      assertEquals("works", Rows.all(server));
    }
  }

  @Test
  void a_path_with_unusual_characters_is_fine() throws Exception {
    Path odd = temporary.resolve("it's a $HOME \"dir\" \\ %d");
    EmbeddedSettings settings = Prepared.settings();
    for (int run = 0; run < 2; run++) {
      try (EmbeddedPostgres server = EmbeddedPostgres.start(odd, settings)) {
        Rows.add(server, "run " + run);
      }
    }
    Files.delete(odd.resolve("password"));
    try (EmbeddedPostgres server = EmbeddedPostgres.start(odd, settings)) {
      assertEquals("run 0,run 1", Rows.all(server));
    }
  }

  private static String message(Throwable thrown) {
    return String.valueOf(thrown.getMessage());
  }
}

package dev.holdfast.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningServerTest {
  @TempDir static Path temporary;
  private static Path data = Path.of("");
  private static @Nullable EmbeddedPostgres started;

  @BeforeAll
  static void startServer() throws Exception {
    data = Prepared.dataIn(temporary).toRealPath();
    started = EmbeddedPostgres.start(data, Prepared.settings());
  }

  @AfterAll
  static void stopServer() {
    server().close();
  }

  private static EmbeddedPostgres server() {
    return Objects.requireNonNull(started);
  }

  @Test
  void commits_are_durable_and_everything_else_is_as_promised() throws Exception {
    for (String durable :
        List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
      assertEquals("on", show(durable));
    }
    assertEquals("replica", show("wal_level"));
    assertEquals("off", show("jit"));
    assertEquals("128MB", show("shared_buffers"));
    assertEquals("100", show("max_connections"));
    assertEquals("UTF8", show("server_encoding"));
    assertEquals("UTC", show("log_timezone"));
    assertEquals("off", show("is_superuser"));
    assertEquals(
        "b C.UTF-8 C C",
        Rows.ask(
            server(),
            "SELECT concat_ws(' ', datlocprovider, datlocale, datcollate, datctype)"
                + " FROM pg_database WHERE datname = 'holdfast'"));
  }

  @Test
  void a_wrong_password_is_refused() {
    String url = server().jdbcUrl();
    for (String user : List.of(server().user(), "postgres")) {
      SQLException refused =
          assertThrows(SQLException.class, () -> DriverManager.getConnection(url, user, "guess"));
      assertEquals("28P01", refused.getSQLState());
    }
  }

  @Test
  void every_way_in_asks_for_a_password() throws Exception {
    String url = server().jdbcUrl();
    try (Connection owner = DriverManager.getConnection(url, "postgres", server().password());
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT string_agg(type || ' ' || address || ' ' || auth_method, ',')"
                    + " FROM pg_hba_file_rules")) {
      assertTrue(rows.next());
      assertEquals("host 127.0.0.1 scram-sha-256", rows.getString(1));
    }
  }

  @Test
  void only_the_loopback_address_listens() throws Exception {
    int port = server().port();
    assertEquals("jdbc:postgresql://127.0.0.1:%d/holdfast".formatted(port), server().jdbcUrl());
    // The port would be taken there too if the server listened on every address.
    try (ServerSocket elsewhere = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.2"))) {
      assertEquals(port, elsewhere.getLocalPort());
    }
    assertThrows(IOException.class, () -> new Socket(InetAddress.ofLiteral("::1"), port).close());
    assertEquals("127.0.0.1", show("listen_addresses"));
    assertEquals("", show("unix_socket_directories"));
    assertFalse(Files.exists(Path.of("/tmp/.s.PGSQL." + port)));
  }

  @Test
  void everything_in_the_data_directory_is_private() throws Exception {
    for (String directory : List.of("", "postgres")) {
      assertEquals("rwx------", mode(data.resolve(directory)));
    }
    for (String file : List.of("password", "holdfast.lock", "postgres.log")) {
      assertEquals("rw-------", mode(data.resolve(file)));
    }
    assertFalse(commandLine(server().pid()).contains(server().password()));
    assertFalse(Files.readString(data.resolve("postgres.log")).contains(server().password()));
  }

  private static String show(String setting) throws SQLException {
    return Rows.ask(server(), "SHOW " + setting);
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String commandLine(long pid) throws Exception {
    return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), UTF_8);
  }
}

package dev.holdfast.postgres.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The settings that must hold. They stand on the command line, where nothing in the data directory
 * overrides them: neither {@code postgresql.conf} nor {@code ALTER SYSTEM}. Everything else may be
 * set there.
 *
 * @param values settings by name, in the form in which the server shows them
 */
record ServerOptions(Map<String, String> values) {
  static final String ADDRESS = "127.0.0.1";

  /** The settings for one start. */
  static ServerOptions of(EmbeddedSettings settings, Path cluster, int port) {
    Map<String, String> values = new LinkedHashMap<>(durable());
    values.put("listen_addresses", ADDRESS);
    values.put("port", Integer.toString(port));
    values.put("unix_socket_directories", "");
    values.put("password_encryption", "scram-sha-256");
    values.put("hba_file", cluster.resolve("pg_hba.conf").toString());
    values.put("ssl", "off");
    values.put("shared_buffers", megabytes(settings.sharedBuffersMegabytes()));
    values.put("max_connections", Integer.toString(settings.maxConnections()));
    values.put("jit", "off");
    values.put("log_timezone", "UTC");
    values.put("lc_messages", "C");
    // All that it says comes through a pipe to us, who keep it within bounds.
    values.put("logging_collector", "off");
    values.put("log_destination", "stderr");
    return new ServerOptions(values);
  }

  /** The arguments of the server program. */
  List<String> arguments() {
    // Not read back: what a session sees as its time zone is what its driver asked for.
    Stream<String> timeZone = Stream.of("-c", "timezone=UTC");
    return Stream.concat(
            timeZone,
            values.entrySet().stream()
                .flatMap(each -> Stream.of("-c", each.getKey() + "=" + each.getValue())))
        .toList();
  }

  /** What a session must see, which is more than can be asked for. */
  Map<String, String> expected() {
    Map<String, String> expected = new LinkedHashMap<>(values);
    expected.put("data_checksums", "on");
    expected.put("server_encoding", "UTF8");
    return expected;
  }

  private static Map<String, String> durable() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("fsync", "on");
    values.put("full_page_writes", "on");
    values.put("synchronous_commit", "on");
    values.put("wal_level", "replica");
    return values;
  }

  // The server shows whole gigabytes as such.
  private static String megabytes(int count) {
    return count % 1024 == 0 ? count / 1024 + "GB" : count + "MB";
  }
}

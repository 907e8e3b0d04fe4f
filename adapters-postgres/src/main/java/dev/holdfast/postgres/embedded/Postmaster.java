package dev.holdfast.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** The server as a child process, from its start until it accepts connections. */
final class Postmaster {
  private static final int PORT_ATTEMPTS = 10;
  private static final long READY_INTERVAL_MILLIS = 5;

  private final ServerProcess server;
  private final ServerOptions options;
  private final int port;

  private Postmaster(ServerProcess server, ServerOptions options, int port) {
    this.server = server;
    this.options = options;
    this.port = port;
  }

  /**
   * Starts the server on a free port and waits until it is ready.
   *
   * @param launcher how to start it
   * @param server what to start
   * @param data where it works; no other server may work there
   * @param settings memory, connections and how long to wait
   * @throws EmbeddedPostgresException when it ends by itself or is not ready in time; no process is
   *     left then
   */
  static Postmaster start(
      Launcher launcher, ServerInstallation server, DataDirectory data, EmbeddedSettings settings) {
    return start(launcher, server, data, settings, Postmaster::freePort);
  }

  static Postmaster start(
      Launcher launcher,
      ServerInstallation server,
      DataDirectory data,
      EmbeddedSettings settings,
      IntSupplier ports) {
    for (int attempt = 1; ; attempt++) {
      int port = ports.getAsInt();
      ServerOptions options = ServerOptions.of(settings, data.cluster(), port);
      List<String> words = new ArrayList<>(launcher.serverPrefix());
      words.addAll(List.of(server.postgres().toString(), "-D", data.cluster().toString()));
      words.addAll(options.arguments());
      ServerLog log = new ServerLog(data.log(), ServerLog.FILE_LIMIT);
      Postmaster started = new Postmaster(ServerProcess.start(words, log), options, port);
      if (started.awaitReady(data.cluster(), settings)) {
        return started;
      }
      String output = started.server.lastWords();
      // Between our look and its start another program may have taken the port.
      if (attempt == PORT_ATTEMPTS || !output.contains("could not bind")) {
        throw EmbeddedPostgresException.fromOutput("start PostgreSQL in", data.cluster(), output);
      }
    }
  }

  Process process() {
    return server.process();
  }

  CompletableFuture<Integer> exit() {
    return server.exit();
  }

  ServerOptions options() {
    return options;
  }

  int port() {
    return port;
  }

  private boolean awaitReady(Path cluster, EmbeddedSettings settings) {
    long deadline = System.nanoTime() + settings.startTimeout().toNanos();
    Process process = process();
    boolean ready = false;
    try {
      while (!ready && !process.waitFor(READY_INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
        if (System.nanoTime() - deadline > 0) {
          throw EmbeddedPostgresException.fromOutput(
              "wait any longer than %s for PostgreSQL in".formatted(settings.startTimeout()),
              cluster,
              server.lastWords());
        }
        ready = PostmasterPid.read(cluster).filter(it -> it.isReadyFor(process.pid())).isPresent();
      }
      return ready;
    } catch (IOException e) {
      throw EmbeddedPostgresException.about("watch the start of PostgreSQL in", cluster, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedPostgresException("Interrupted while PostgreSQL started in " + cluster, e);
    } finally {
      if (!ready) {
        new ServerStop(new ClusterProcesses(cluster), settings.stopTimeout()).stop(process);
      }
    }
  }

  static int freePort() {
    try (ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.ofLiteral(ServerOptions.ADDRESS))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new EmbeddedPostgresException(
          "Cannot find a free port on %s: %s".formatted(ServerOptions.ADDRESS, e.getMessage()), e);
    }
  }
}

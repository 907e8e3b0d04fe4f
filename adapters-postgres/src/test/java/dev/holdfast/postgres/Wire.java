package dev.holdfast.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** A wire to the server that a test can cut, all of it or at the very next message. */
public final class Wire implements AutoCloseable {
  /** Where the next message from the client is lost, with its connection. */
  private enum Trap {
    NONE,
    BEFORE_SERVER,
    AFTER_SERVER
  }

  private final ServerSocket door;
  private final String host;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Trap> trap = new AtomicReference<>(Trap.NONE);
  private volatile boolean cut;
  private volatile boolean disturbed;

  private Wire(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  static Wire to(PostgresSettings settings) throws IOException {
    URI target = target(settings);
    return new Wire(target.getHost(), target.getPort() < 0 ? 5432 : target.getPort());
  }

  private static URI target(PostgresSettings settings) {
    return URI.create(settings.url().substring("jdbc:".length()));
  }

  /** The same settings, through this wire. */
  PostgresSettings settings(PostgresSettings direct) {
    URI target = target(direct);
    String url = "jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + target.getRawPath();
    return new PostgresSettings(
        target.getRawQuery() == null ? url : url + "?" + target.getRawQuery(),
        direct.user(),
        direct.password(),
        direct.schema(),
        direct.pools(),
        direct.patience(),
        direct.durability(),
        direct.secrets());
  }

  /** Ends every connection, and every new one at once. */
  public void cut() {
    disturbed = true;
    cut = true;
    sockets.forEach(Wire::end);
  }

  /** New connections work again. */
  public void mend() {
    cut = false;
    trap.set(Trap.NONE);
    disturbed = false;
  }

  /** Whether anything was cut or lost since it was mended, or was to be. */
  public boolean isDisturbed() {
    return disturbed;
  }

  /** The next message of the client is lost before the server sees it. */
  public void loseNextRequest() {
    disturbed = true;
    trap.set(Trap.BEFORE_SERVER);
  }

  /** The next message of the client reaches the server, but its answer is lost. */
  public void loseNextAnswer() {
    disturbed = true;
    trap.set(Trap.AFTER_SERVER);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException _) {
        // The door was closed, which ends the loop, or the server is away.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    sockets.add(client);
    if (cut) {
      end(client);
      return;
    }
    Socket server = new Socket(host, port);
    sockets.add(server);
    Thread.ofVirtual().start(() -> pump(client, server, true));
    Thread.ofVirtual().start(() -> pump(server, client, false));
  }

  private void pump(Socket from, Socket to, boolean requests) {
    byte[] buffer = new byte[64 * 1024];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (springs(requests)) {
          return;
        }
        out.write(buffer, 0, length);
        out.flush();
      }
    } catch (IOException _) {
      // Either end may close at any time; both are closed by now.
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private boolean springs(boolean requests) {
    return trap.compareAndSet(requests ? Trap.BEFORE_SERVER : Trap.AFTER_SERVER, Trap.NONE);
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    cut();
    door.close();
  }
}

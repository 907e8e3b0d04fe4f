package dev.holdfast.app.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A loopback port that leads to a server, which may move; it can be cut, and made slow. */
final class Relay implements AutoCloseable {
  private static final int BACKLOG = 256;
  private static final int CHUNK = 16 * 1_024;

  private final ServerSocket door;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile int target;
  private volatile boolean cut;
  private volatile Duration delay = Duration.ZERO;

  Relay(int target) {
    this.target = target;
    try {
      door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var _ = Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** New connections lead to another port on loopback. */
  void leadTo(int port) {
    target = port;
  }

  /** Ends every connection, and new ones at once. */
  void cut() {
    cut = true;
    sockets.forEach(Relay::end);
  }

  void mend() {
    cut = false;
  }

  /** From now on each piece of data waits so long before it is passed on, either way. */
  void slow(Duration each) {
    delay = each;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException e) {
        // Closed, which ends the loop, or nobody is there to lead to.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    sockets.add(client);
    if (cut) {
      end(client);
      return;
    }
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      server.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      sockets.add(server);
      var _ = Thread.ofVirtual().start(() -> pump(client, server));
      var _ = Thread.ofVirtual().start(() -> pump(server, client));
    } catch (IOException e) {
      end(client);
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[CHUNK];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        LockSupport.parkNanos(delay.toNanos());
        if (cut) {
          return;
        }
        out.write(buffer, 0, length);
        out.flush();
      }
    } catch (IOException e) {
      // Either end may close at any time; both are closed by now.
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    cut();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

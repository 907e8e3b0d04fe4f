package dev.holdfast.app.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A load balancer on loopback: each connection goes to the next node. */
final class RoundRobin implements AutoCloseable {
  private static final int BACKLOG = 1_024;

  private final List<Integer> ports;
  private final ServerSocket server;
  private final ExecutorService pumps = Executors.newVirtualThreadPerTaskExecutor();
  private int next;

  private RoundRobin(List<Integer> ports) throws IOException {
    this.ports = ports;
    this.server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    pumps.execute(this::accept);
  }

  static RoundRobin over(List<Integer> ports) {
    try {
      return new RoundRobin(ports);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Socket node = new Socket(InetAddress.getLoopbackAddress(), ports.get(next));
        next = (next + 1) % ports.size();
        client.setTcpNoDelay(true);
        node.setTcpNoDelay(true);
        pumps.execute(() -> pump(client, node));
        pumps.execute(() -> pump(node, client));
      } catch (IOException e) {
        // The balancer was closed, or a node is gone: the client sees a closed connection.
      }
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException e) {
      // One side closed: closing both tells the other.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pumps.shutdownNow();
  }
}

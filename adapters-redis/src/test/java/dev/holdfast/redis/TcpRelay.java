package dev.holdfast.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A loopback port in front of a server that is not ours to kill: cutting it looks to a client like
 * a server that died, holding it like one that is frozen.
 */
final class TcpRelay {
  private final String host;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Object holding = new Object();
  private boolean held;
  private ServerSocket listener;

  TcpRelay(String host, int port) {
    this.host = host;
    this.port = port;
    this.listener = listening(FreePorts.any());
  }

  int port() {
    return listener.getLocalPort();
  }

  void cut() {
    closeQuietly(listener);
    sockets.forEach(TcpRelay::closeQuietly);
    sockets.clear();
  }

  void mend() {
    listener = listening(listener.getLocalPort());
  }

  void hold(boolean on) {
    synchronized (holding) {
      held = on;
      holding.notifyAll();
    }
  }

  private ServerSocket listening(int onPort) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort));
      Thread.ofVirtual().start(() -> accept(socket));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket from) {
    try {
      while (true) {
        Socket client = from.accept();
        Socket server = new Socket(host, port);
        sockets.add(client);
        sockets.add(server);
        Thread.ofVirtual().start(() -> copy(client, server));
        Thread.ofVirtual().start(() -> copy(server, client));
      }
    } catch (IOException _) {
      closeQuietly(from);
    }
  }

  private void copy(Socket from, Socket to) {
    byte[] buffer = new byte[16_384];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        awaitRelease();
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException | InterruptedException _) {
      closeQuietly(from);
    } finally {
      sockets.remove(from);
    }
  }

  private void awaitRelease() throws InterruptedException {
    synchronized (holding) {
      while (held) {
        holding.wait();
      }
    }
  }

  private static void closeQuietly(AutoCloseable closing) {
    try {
      closing.close();
    } catch (Exception e) {
      throw new IllegalStateException("a loopback socket does not close", e);
    }
  }
}

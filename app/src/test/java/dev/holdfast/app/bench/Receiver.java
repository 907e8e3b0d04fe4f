package dev.holdfast.app.bench;

import dev.holdfast.app.bench.load.RequestBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;

/** Takes webhooks and answers each 204, on one thread. */
final class Receiver implements AutoCloseable {
  private static final int BACKLOG = 256;
  private static final int REQUEST_BYTES = 64 * 1024;
  private static final byte[] TAKEN =
      RequestBytes.ascii("HTTP/1.1 204 No Content\r\nConnection: keep-alive\r\n\r\n");
  private static final byte[] LENGTH = RequestBytes.ascii("content-length:");

  private final AtomicLong taken = new AtomicLong();
  private final Selector selector;
  private final ServerSocketChannel server;
  private final Thread thread;

  Receiver() {
    try {
      selector = Selector.open();
      server = ServerSocketChannel.open();
      server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), BACKLOG);
      server.configureBlocking(false);
      server.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = Thread.ofPlatform().daemon().name("webhook receiver").start(this::serve);
  }

  String url() {
    return "http://127.0.0.1:" + server.socket().getLocalPort() + "/hook";
  }

  /** How many came until now. */
  long taken() {
    return taken.get();
  }

  private void serve() {
    while (selector.isOpen()) {
      try {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          if (key.isAcceptable()) {
            accept();
          } else {
            read(key);
          }
        }
        selector.selectedKeys().clear();
      } catch (IOException | ClosedSelectorException _) {
        // A caller that hangs up is not served any more.
      }
    }
  }

  private void accept() throws IOException {
    SocketChannel caller = server.accept();
    if (caller != null) {
      caller.configureBlocking(false);
      caller.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(REQUEST_BYTES));
    }
  }

  private void read(SelectionKey key) throws IOException {
    SocketChannel caller = (SocketChannel) key.channel();
    ByteBuffer in = (ByteBuffer) key.attachment();
    int read;
    try {
      read = caller.read(in);
    } catch (IOException _) {
      read = -1;
    }
    if (read < 0) {
      caller.close();
    } else if (isWhole(in)) {
      in.clear();
      taken.incrementAndGet();
      caller.write(ByteBuffer.wrap(TAKEN));
    }
  }

  /** One request at a time comes over a connection. */
  private static boolean isWhole(ByteBuffer in) {
    byte[] bytes = new byte[in.position()];
    in.get(0, bytes);
    int length = 0;
    for (int at = 0; at + 3 < in.position(); at++) {
      if (bytes[at] == '\n' && isLength(bytes, at + 1)) {
        length = number(bytes, at + 1 + LENGTH.length);
      }
      if (bytes[at] == '\r' && bytes[at + 2] == '\r') {
        return in.position() >= at + 4 + length;
      }
    }
    return false;
  }

  private static boolean isLength(byte[] bytes, int at) {
    for (int n = 0; n < LENGTH.length; n++) {
      if ((bytes[at + n] | 0x20) != LENGTH[n]) {
        return false;
      }
    }
    return true;
  }

  private static int number(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] == ' ') {
      at++;
    }
    int value = 0;
    for (; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      value = 10 * value + bytes[at] - '0';
    }
    return value;
  }

  @Override
  public void close() {
    try {
      selector.close();
      server.close();
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

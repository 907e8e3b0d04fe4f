package dev.holdfast.app.bench;

import dev.holdfast.app.bench.load.RequestBytes;
import dev.holdfast.app.v1.TestVenue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** So many who follow the live stream of an event and take what comes, on one thread. */
final class Readers implements AutoCloseable {
  private static final int PIECE = 256 * 1024;

  private final List<SocketChannel> channels = new ArrayList<>();
  private final ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
  private final AtomicLong bytes = new AtomicLong();
  private final Selector selector;
  private final Thread thread;

  Readers(int port, String key, String event, int count) {
    byte[] request =
        RequestBytes.ascii(
            """
            GET %s/%s/stream HTTP/1.1\r
            Host: 127.0.0.1\r
            X-Api-Key: %s\r
            Accept: text/event-stream\r
            \r
            """
                .formatted(TestVenue.EVENTS, event, key));
    try {
      selector = Selector.open();
      for (int reader = 0; reader < count; reader++) {
        SocketChannel channel =
            SocketChannel.open(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        channels.add(channel);
        channel.write(ByteBuffer.wrap(request));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = Thread.ofPlatform().daemon().name("stream readers").start(this::read);
  }

  /** How many bytes came to all of them until now. */
  long bytes() {
    return bytes.get();
  }

  private void read() {
    while (selector.isOpen()) {
      try {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          piece.clear();
          int read = ((SocketChannel) key.channel()).read(piece);
          if (read < 0) {
            key.cancel();
          } else {
            bytes.addAndGet(read);
          }
        }
        selector.selectedKeys().clear();
      } catch (IOException | ClosedSelectorException _) {
        // The stream is over, or all of it is.
      }
    }
  }

  @Override
  public void close() {
    try {
      selector.close();
      thread.join();
      for (SocketChannel channel : channels) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

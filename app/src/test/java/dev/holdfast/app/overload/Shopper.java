package dev.holdfast.app.overload;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One connection with one seat of its own, which it holds and gives back by turns. It does as
 * little as can be done, since the machine is the service's.
 */
final class Shopper implements Closeable {
  private static final int TTL_SECONDS = 600;

  /** Larger than any answer to a hold or a release of one seat. */
  private static final int ANSWER_BYTES = 4_096;

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocate(ANSWER_BYTES);
  private final ByteBuffer hold;
  private final ByteBuffer release;
  private boolean holding;
  private long since;

  /** What came of one request. */
  enum Answer {
    SERVED,
    /** With 503 or 429, and told when to come back. */
    REFUSED,
    OTHER
  }

  /** Whom to ask, and as whom. */
  record Counter(URI service, String eventPath, String key) {}

  /** Connects, and is told to this selector when there is something to read. */
  Shopper(Counter counter, String seat, Selector selector) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    channel = SocketChannel.open(new InetSocketAddress(here, counter.service().getPort()));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
    String token = "\"holdToken\":\"shopper-of-" + seat + "\"";
    hold =
        request(
            counter,
            "hold",
            "{\"objectLabel\":\"" + seat + "\"," + token + ",\"ttlSeconds\":" + TTL_SECONDS + "}");
    release = request(counter, "release", "{\"objectLabels\":[\"" + seat + "\"]," + token + "}");
  }

  private static ByteBuffer request(Counter counter, String act, String body) {
    String head =
        """
        POST %s/seats/%s HTTP/1.1\r
        Host: localhost\r
        X-Api-Key: %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(counter.eventPath(), act, counter.key(), body.length());
    byte[] bytes = (head + body).getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  /**
   * Sends the next request.
   *
   * @param due when it should have been sent, in the clock of {@link System#nanoTime}
   */
  void send(long due) throws IOException {
    since = due;
    in.clear();
    ByteBuffer request = (holding ? release : hold).duplicate();
    while (request.hasRemaining()) {
      // A request is smaller than any send buffer, and the one before was answered.
      channel.write(request);
    }
  }

  /** When the request that is under way should have been sent. */
  long since() {
    return since;
  }

  /** Reads what has come; empty as long as it is not all of an answer. */
  Optional<Answer> receive() throws IOException {
    if (channel.read(in) < 0) {
      throw new EOFException("the service hung up");
    }
    Reply reply = new Reply(in.array(), in.position());
    if (!reply.isWhole()) {
      return Optional.empty();
    }
    int status = reply.status();
    if (status == 200) {
      holding = !holding;
      return Optional.of(Answer.SERVED);
    }
    boolean refused = reply.tellsWhen() && (status == 503 || status == 429);
    return Optional.of(refused ? Answer.REFUSED : Answer.OTHER);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

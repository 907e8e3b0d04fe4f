package dev.holdfast.app.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection that is kept open, with one request at a time on its way. */
final class Line implements AutoCloseable {
  /** The answer is not there yet. */
  static final int MORE = -1;

  private static final int ANSWER_BYTES = 64 * 1024;
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final byte[] LENGTH = RequestBytes.ascii("content-length: ");
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  final int number;

  /** When the request was sent, or should have been; the driver's own. */
  long due;

  /** The status that the answer must have; the driver's own. */
  int expected;

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocateDirect(ANSWER_BYTES);

  /** The status whose body is being read, or 0 before the head is whole. */
  private int status;

  /** Of the body, still to come. */
  private int left;

  /** How far the end of the head has been looked for. */
  private int looked;

  Line(int number, int port, Selector selector) throws IOException {
    this.number = number;
    channel = SocketChannel.open(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** Sends a request; one is so short that it fits into what the system keeps for a socket. */
  void send(ByteBuffer request) throws IOException {
    status = 0;
    left = 0;
    looked = 0;
    in.clear();
    do {
      channel.write(request);
    } while (request.hasRemaining());
  }

  /** Reads what is there; the status when the answer is whole, else {@link #MORE}. */
  int receive() throws IOException {
    int read = channel.read(in);
    if (read < 0) {
      throw new EOFException("the server hung up");
    }
    if (status == 0 && !readHead()) {
      return MORE;
    }
    left -= in.position();
    in.clear();
    return left <= 0 ? status : MORE;
  }

  /** Looks for the end of the head; what follows it is left in the buffer. */
  private boolean readHead() {
    int end = in.position();
    for (int at = looked; at + 3 < end; at++) {
      if (in.get(at) == '\r' && in.get(at + 2) == '\r' && in.get(at + 3) == '\n') {
        status = number(STATUS_AT);
        left = at + 4 + (status == NO_CONTENT || status == NOT_MODIFIED ? 0 : contentLength(at));
        return true;
      }
    }
    looked = Math.max(0, end - 3);
    return false;
  }

  /** An answer of unknown length is one that this cannot read. */
  private int contentLength(int end) {
    for (int at = 0; at < end; at++) {
      if (in.get(at) == '\n' && isLength(at + 1)) {
        return number(at + 1 + LENGTH.length);
      }
    }
    throw new IllegalStateException("an answer %d that tells no length".formatted(status));
  }

  private boolean isLength(int at) {
    for (int n = 0; n < LENGTH.length; n++) {
      // Capitals differ by one bit; a colon and a space have it anyway.
      if ((in.get(at + n) | 0x20) != LENGTH[n]) {
        return false;
      }
    }
    return true;
  }

  private int number(int from) {
    int value = 0;
    for (int at = from; in.get(at) >= '0' && in.get(at) <= '9'; at++) {
      value = 10 * value + in.get(at) - '0';
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

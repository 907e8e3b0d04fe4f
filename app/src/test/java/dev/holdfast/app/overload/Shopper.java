package dev.holdfast.app.overload;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One connection with one seat of its own, which it holds and gives back by turns. It does as
 * little as can be done, since the machine is the service's.
 */
final class Shopper implements Closeable {
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final int STATUS_DIGITS = 3;
  private static final int TTL_SECONDS = 600;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Socket socket;
  private final InputStream in;
  private final byte[] hold;
  private final byte[] release;
  private boolean holding;

  /** What came of one request. */
  enum Answer {
    SERVED,
    /** With 503 or 429, and told when to come back. */
    REFUSED,
    OTHER
  }

  /** Whom to ask, and as whom. */
  record Counter(URI service, String eventPath, String key) {}

  /** Connects. */
  Shopper(Counter counter, String seat) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), counter.service().getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    in = new BufferedInputStream(socket.getInputStream(), 2_048);
    String token = "\"holdToken\":\"shopper-of-" + seat + "\"";
    hold =
        request(
            counter,
            "hold",
            "{\"objectLabel\":\"" + seat + "\"," + token + ",\"ttlSeconds\":" + TTL_SECONDS + "}");
    release = request(counter, "release", "{\"objectLabels\":[\"" + seat + "\"]," + token + "}");
  }

  private static byte[] request(Counter counter, String act, String body) {
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
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }

  /** Sends the next request and waits for its answer. */
  Answer act() throws IOException {
    socket.getOutputStream().write(holding ? release : hold);
    int status = -1;
    int length = 0;
    boolean toldWhen = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (status < 0) {
        status = Integer.parseInt(line.substring(STATUS_AT, STATUS_AT + STATUS_DIGITS));
      } else if (line.regionMatches(true, 0, "Content-Length: ", 0, "Content-Length: ".length())) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      } else {
        toldWhen |= line.toLowerCase(Locale.ROOT).startsWith("retry-after: ");
      }
    }
    in.skipNBytes(length);
    if (status == 200) {
      holding = !holding;
      return Answer.SERVED;
    }
    return toldWhen && (status == 503 || status == 429) ? Answer.REFUSED : Answer.OTHER;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new EOFException("the service hung up");
      }
      if (next != '\r') {
        line.append((char) next);
      }
      next = in.read();
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package dev.holdfast.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/**
 * The body of a request that is refused. It is read away all the same: a connection closed with
 * unread bytes is reset, and the sender would lose the answer that says why; and what is read to
 * its end can be followed by another request.
 */
final class UnwantedBody {
  /** How much of one is read away at least. */
  private static final int LEAST_BYTES = 4 * 1024 * 1024;

  /** What has come with the head, and once more: each is as large as the buffer at most. */
  private static final int PARTS_AT_ONCE = 2;

  private static final int BUFFER_BYTES = 16 * 1024;

  private UnwantedBody() {}

  /** Reads away what is there. Whether that was the end of it; waits for nothing. */
  static boolean ended(Request request) {
    for (int part = 0; part < PARTS_AT_ONCE; part++) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        return false;
      }
      chunk.release();
      if (chunk.isLast()) {
        return true;
      }
    }
    return false;
  }

  /** Reads away what comes in this time, and waits for it. */
  static void readAway(Request request, Duration atMost) {
    // Whoever waits for "100 Continue" has not sent it yet, and then need not.
    if (ended(request) || request.getHeaders().contains(HttpHeader.EXPECT)) {
      return;
    }
    EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
    try (TimedInput in =
        new TimedInput(Content.Source.asInputStream(request), connection, atMost)) {
      readAway(in, LEAST_BYTES);
    } catch (IOException _) {
      // The sender is gone or too slow; there is nobody left to be polite to.
    }
  }

  /**
   * Reads away what comes in this time, and waits for it.
   *
   * @param maxBytes what the route takes; twice that is read away at most
   */
  static void readAway(HttpServletRequest request, Duration atMost, int maxBytes) {
    if (request.getHeader("Expect") != null) {
      return;
    }
    try (TimedInput in = new TimedInput(request, atMost)) {
      readAway(in, Math.max(LEAST_BYTES, 2 * maxBytes));
    } catch (IOException _) {
      // As above.
    }
  }

  private static void readAway(TimedInput in, int atMost) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    int left = atMost;
    int count;
    while (left > 0 && (count = in.read(buffer, 0, Math.min(left, buffer.length))) >= 0) {
      left -= count;
    }
  }
}

package dev.holdfast.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/**
 * A body that has so long to arrive, in all. The server's own limit is on silence, which a sender
 * who drips never breaks; so the silence allowed shrinks with the time that is left.
 */
final class TimedInput implements AutoCloseable {
  private final InputStream in;
  private final EndPoint connection;
  private final long usualIdleMillis;
  private final long deadline;

  TimedInput(HttpServletRequest request, Duration limit) throws IOException {
    this(
        request.getInputStream(),
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint(),
        limit);
  }

  TimedInput(InputStream in, EndPoint connection, Duration limit) {
    this.in = in;
    this.connection = connection;
    this.usualIdleMillis = connection.getIdleTimeout();
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  /**
   * What has arrived, at most so much; -1 at the end.
   *
   * @throws IOException caused by {@link TimeoutException} when the time is over
   */
  int read(byte[] buffer, int offset, int length) throws IOException {
    long leftMillis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (leftMillis <= 0) {
      throw new IOException(new TimeoutException("the body took too long"));
    }
    // What came with the head is not waited for.
    if (in.available() < length) {
      connection.setIdleTimeout(Math.min(leftMillis, usualIdleMillis));
    }
    return in.read(buffer, offset, length);
  }

  @Override
  public void close() {
    if (connection.getIdleTimeout() != usualIdleMillis) {
      connection.setIdleTimeout(usualIdleMillis);
    }
  }
}

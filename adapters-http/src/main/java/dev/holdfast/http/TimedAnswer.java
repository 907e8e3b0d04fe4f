package dev.holdfast.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes the connection of a reader who takes too long for his answer: it is kept in memory for him
 * as long as he reads, and silence is not the only way to be slow.
 */
final class TimedAnswer implements AutoCloseable {
  private final Scheduler.Task cutOff;

  TimedAnswer(HttpServletRequest request, Duration limit) {
    ServletContextRequest inside = ServletContextRequest.getServletContextRequest(request);
    EndPoint connection = inside.getConnectionMetaData().getConnection().getEndPoint();
    this.cutOff =
        inside
            .getComponents()
            .getScheduler()
            .schedule(
                () -> connection.close(new TimeoutException("the answer took too long")), limit);
  }

  @Override
  public void close() {
    cutOff.cancel();
  }
}

package dev.holdfast.http;

import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Envelope;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Counts who is inside, and once closed turns newcomers away while those inside finish. Stopping
 * the server at once would close the listening socket and cut answers short.
 */
final class Door extends Handler.Wrapper {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final AtomicLong inside = new AtomicLong();
  private volatile boolean closed;

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    // First in, then look: whoever saw the door open is counted by whoever closes it.
    inside.incrementAndGet();
    Runnable leave = onlyOnce(inside::decrementAndGet);
    Callback leaving = Callback.from(callback, leave);
    try {
      if (closed) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Answer busy = Envelope.unavailable(Duration.ofSeconds(1));
        String path = Request.getPathInContext(request);
        JettyErrors.write(response, leaving, HttpServer.shapeOf(path).shape(busy));
        return true;
      }
      boolean handled = super.handle(request, response, leaving);
      if (!handled) {
        leave.run();
      }
      return handled;
    } catch (Exception e) {
      // Thrown instead of answered: the callback is then completed by somebody else.
      leave.run();
      throw e;
    }
  }

  private static Runnable onlyOnce(Runnable what) {
    AtomicBoolean done = new AtomicBoolean();
    return () -> {
      if (done.compareAndSet(false, true)) {
        what.run();
      }
    };
  }

  /**
   * Closes the door and waits until everybody has left.
   *
   * @return whether they had, in this time
   */
  boolean closeAndWait(Duration atMost) throws InterruptedException {
    closed = true;
    long deadline = System.nanoTime() + atMost.toNanos();
    while (inside.get() > 0) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      Thread.sleep(LOOK_AGAIN);
    }
    return true;
  }
}

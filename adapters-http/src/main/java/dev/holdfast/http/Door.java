package dev.holdfast.http;

import dev.holdfast.http.load.Admission;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Envelope;
import dev.holdfast.http.route.FaultShape;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Counts who is inside, and turns newcomers away: in a crowd, before anything is done for them; and
 * once closed, while those inside finish. Stopping the server at once would close the listening
 * socket and cut answers short.
 */
final class Door extends Handler.Wrapper {
  /** A crowd is gone by then, or there is none left who waits for it. */
  static final Duration COME_BACK = Duration.ofSeconds(1);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  /** Whether a server lives is asked when it is in trouble. */
  private static final String HEALTH = "/health/";

  private final Admission admission;

  /** What is said to whoever is turned away, in each dialect's shape: it is said often. */
  private final Map<FaultShape, Answer> busy = new ConcurrentHashMap<>();

  private final AtomicLong inside = new AtomicLong();
  private volatile boolean closed;

  Door(Admission admission) {
    this.admission = admission;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    // First in, then look: whoever saw the door open is counted by whoever closes it.
    inside.incrementAndGet();
    Runnable leave = onlyOnce(inside::decrementAndGet);
    Callback leaving = Callback.from(callback, leave);
    try {
      if (closed) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        turnAway(request, response, leaving);
        return true;
      }
      if (isCrowded(request)) {
        turnAway(request, response, leaving);
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

  private boolean isCrowded(Request request) {
    boolean looks =
        HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
    return admission.isCrowded(looks) && !Request.getPathInContext(request).startsWith(HEALTH);
  }

  private void turnAway(Request request, Response response, Callback leaving) {
    FaultShape shape = HttpServer.shapeOf(Request.getPathInContext(request));
    JettyErrors.write(response, leaving, busy.computeIfAbsent(shape, Door::busy));
  }

  private static Answer busy(FaultShape shape) {
    return shape.shape(Envelope.unavailable(COME_BACK));
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

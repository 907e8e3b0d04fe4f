package dev.holdfast.http;

import dev.holdfast.http.load.Admission;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Envelope;
import dev.holdfast.http.route.FaultShape;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
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
  private final Duration drain;

  /** What is said to whoever is turned away, in each dialect's shape: it is said often. */
  private final Map<FaultShape, PreparedAnswer> busy = new ConcurrentHashMap<>();

  private final AtomicLong inside = new AtomicLong();

  /** Let in, and their threads have not begun: each would find the room that the next one sees. */
  private final AtomicInteger looking = new AtomicInteger();

  private final AtomicInteger changing = new AtomicInteger();
  private volatile boolean closed;

  /**
   * A door.
   *
   * @param drain how long the body of whoever is turned away may take to arrive
   */
  Door(Admission admission, Duration drain) {
    this.admission = admission;
    this.drain = drain;
  }

  /**
   * Whoever calls it need not fear to wait: who is let in is carried out on a thread of his own.
   */
  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    // First in, then look: whoever saw the door open is counted by whoever closes it.
    inside.incrementAndGet();
    Callback leaving = Callback.from(callback, onlyOnce(inside::decrementAndGet));
    boolean over = closed;
    if (over) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    AtomicInteger coming = looks(request) ? looking : changing;
    boolean away = over || isCrowded(request, coming.get());
    if (Thread.currentThread().isVirtual()) {
      carryOut(away, request, response, leaving);
      return true;
    }
    GuestConnection connection = (GuestConnection) request.getConnectionMetaData().getConnection();
    if (away && connection.mayTurnAwayHere() && UnwantedBody.ended(request)) {
      turnAway(request, response, leaving);
      return true;
    }
    coming.incrementAndGet();
    connection.carryOut(() -> {
      coming.decrementAndGet();
      carryOut(away, request, response, leaving);
    });
    return true;
  }

  private void carryOut(boolean away, Request request, Response response, Callback leaving) {
    try {
      if (away) {
        UnwantedBody.readAway(request, drain);
        turnAway(request, response, leaving);
      } else if (!super.handle(request, response, leaving)) {
        Response.writeError(request, response, leaving, HttpStatus.NOT_FOUND_404);
      }
    } catch (Throwable e) {
      // Thrown instead of answered. Nobody else is left on this thread who could answer.
      leaving.failed(e);
    }
  }

  private boolean isCrowded(Request request, int coming) {
    return admission.isCrowded(looks(request), coming)
        && !Request.getPathInContext(request).startsWith(HEALTH);
  }

  private static boolean looks(Request request) {
    return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
  }

  private void turnAway(Request request, Response response, Callback leaving) {
    // What could not be read to its end can be followed by nothing on this connection, and as
    // long as the answer is not on its way Jetty says so in it.
    boolean _ = request.consumeAvailable();
    FaultShape shape = HttpServer.shapeOf(Request.getPathInContext(request));
    PreparedAnswer answer =
        shape.isEachUnique()
            ? PreparedAnswer.once(busy(shape))
            : busy.computeIfAbsent(shape, each -> PreparedAnswer.of(busy(each)));
    answer.write(response, leaving);
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

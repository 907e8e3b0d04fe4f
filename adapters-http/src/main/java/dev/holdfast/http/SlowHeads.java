package dev.holdfast.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose request line and headers do not arrive in time. Jetty closes what is
 * silent, but whoever sends a byte now and then is never silent, and could keep every connection
 * there is for ever.
 */
final class SlowHeads extends AbstractLifeCycle implements Connection.Listener {
  private final ServerConnector connector;
  private final Duration patience;
  private final Map<HttpConnection, Head> lastSeen = new ConcurrentHashMap<>();
  private volatile Scheduler.Task next = () -> false;

  /** A look-out over a connector, which has to be told of it as a bean. */
  SlowHeads(ServerConnector connector, Duration patience) {
    this.connector = connector;
    this.patience = patience;
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection http) {
      lastSeen.put(http, Head.NONE);
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (connection instanceof HttpConnection http) {
      lastSeen.remove(http);
    }
  }

  @Override
  protected void doStart() {
    lookAgain();
  }

  @Override
  protected void doStop() {
    next.cancel();
  }

  private void lookAgain() {
    long pause = patience.dividedBy(4).toMillis();
    next = connector.getScheduler().schedule(this::look, pause, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      lastSeen.replaceAll(this::look);
    } finally {
      if (isRunning()) {
        lookAgain();
      }
    }
  }

  /** The parser belongs to another thread: what it seems to be is believed when seen again. */
  private Head look(HttpConnection connection, Head before) {
    Head now = Head.of(connection);
    if (!now.continues(before)) {
      return now;
    }
    if (NanoTime.since(before.since) > patience.toNanos()) {
      connection.getEndPoint().close(new TimeoutException("the request's head did not arrive"));
    }
    return before;
  }

  /**
   * What was seen of a connection.
   *
   * @param open whether the next request's head may be under way
   * @param begun whether some of it was seen
   * @param requests how many came before it
   * @param bytes received in all when it was first seen
   * @param since when that was
   */
  private record Head(boolean open, boolean begun, long requests, long bytes, long since) {
    static final Head NONE = new Head(false, false, 0, 0, 0);

    static Head of(HttpConnection connection) {
      HttpParser parser = connection.getParser();
      return new Head(
          parser.inHeaderState(),
          !parser.isStart(),
          connection.getMessagesIn(),
          connection.getBytesIn(),
          NanoTime.now());
    }

    /** Empty lines before a request are no beginning, and yet no silence. */
    boolean continues(Head before) {
      return open && before.open && requests == before.requests && (begun || bytes != before.bytes);
    }
  }
}

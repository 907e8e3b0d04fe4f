package dev.holdfast.http;

import java.util.concurrent.Executor;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is read on a selector's thread, which must never wait, and whose requests are
 * carried out on virtual threads of their own.
 */
final class GuestConnection extends HttpConnection {
  /**
   * Requests one behind the other that a selector's thread turns away before it looks elsewhere.
   */
  private static final int IN_A_ROW = 4;

  private final Executor afterwards = this::afterwards;
  private volatile @Nullable Visit visit;

  /** Only of the thread that reads. */
  private int turnedAway;

  private GuestConnection(HttpConfiguration http, Connector connector, EndPoint endPoint) {
    super(http, connector, endPoint);
  }

  /** Makes such connections. */
  static final class Factory extends HttpConnectionFactory {
    Factory(HttpConfiguration http) {
      super(http);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
      HttpConnection connection = new GuestConnection(getHttpConfiguration(), connector, endPoint);
      connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
      return configure(connection, connector, endPoint);
    }
  }

  @Override
  public void onFillable() {
    turnedAway = 0;
    super.onFillable();
  }

  /**
   * Whether one more request may be turned away on the thread that reads: whoever sends them one
   * behind the other without end would keep it from everybody else.
   */
  boolean mayTurnAwayHere() {
    return ++turnedAway <= IN_A_ROW;
  }

  /** Carries a request out on a thread of its own. */
  void carryOut(Runnable request) {
    Visit next = new Visit(request);
    visit = next;
    Thread.startVirtualThread(next);
  }

  /** What is to be done when a request was answered: to read on. */
  @Override
  protected Executor getExecutor() {
    return afterwards;
  }

  private void afterwards(Runnable task) {
    Visit last = visit;
    if (last == null || !last.takes(task)) {
      super.getExecutor().execute(task);
    }
  }

  /**
   * A request on its thread. What follows its answer is done by the same thread, when it has left
   * all that belonged to the request: to wake up another would cost more than to do it.
   */
  private final class Visit implements Runnable {
    private final Runnable request;
    private @Nullable Thread thread;
    private @Nullable Runnable next;

    Visit(Runnable request) {
      this.request = request;
    }

    @Override
    public void run() {
      thread = Thread.currentThread();
      request.run();
      if (visit == this) {
        visit = null;
      }
      if (next != null) {
        next.run();
      }
    }

    @SuppressWarnings("ReferenceEquality") // this very thread, this very connection
    boolean takes(Runnable task) {
      if (thread != Thread.currentThread() || task != GuestConnection.this) {
        return false;
      }
      next = task;
      return true;
    }
  }
}

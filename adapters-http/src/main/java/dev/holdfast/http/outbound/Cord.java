package dev.holdfast.http.outbound;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt hangs by: its TCP socket. Cutting it ends whatever the attempt waits for, be it a
 * connection, a handshake, a line or room to write; a timeout of the library's would begin anew
 * with every byte.
 */
final class Cord implements DetachedSocketFactory, AutoCloseable {
  private final Timer timer;
  private @Nullable Socket socket;
  private boolean isCut;
  private @Nullable Future<?> due;

  private Cord(Timer timer) {
    this.timer = timer;
  }

  /** Cuts cords when their time has come, all of them when it is closed. */
  static final class Timer implements AutoCloseable {
    private final ScheduledThreadPoolExecutor thread =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    private final Set<Cord> cords = ConcurrentHashMap.newKeySet();

    Timer() {
      // Else those of quick attempts would be kept until their time.
      thread.setRemoveOnCancelPolicy(true);
    }

    /** A cord that is cut after this time, and at once if the timer is closed. */
    Cord cord(Duration left) {
      Cord cord = new Cord(this);
      // Before it is timed: whoever closes the timer from here on finds it.
      cords.add(cord);
      cord.cutIn(left);
      return cord;
    }

    /** Cuts all. */
    @Override
    public void close() {
      thread.shutdownNow();
      cords.forEach(Cord::cut);
    }
  }

  /** Cuts it after this time instead of the one said before. */
  synchronized void cutIn(Duration time) {
    stopTimer();
    try {
      due = timer.thread.schedule(this::cut, time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      cut();
    }
  }

  private void stopTimer() {
    if (due != null) {
      due.cancel(false);
    }
  }

  /** A socket of no proxy: the machine's settings know nothing of strangers' addresses. */
  @Override
  public synchronized Socket create(@Nullable Proxy proxy) throws IOException {
    if (isCut) {
      throw new SocketException("cut");
    }
    // The one before was of an address that could not be connected to; the library has closed it.
    socket = new Socket(Proxy.NO_PROXY);
    return socket;
  }

  /** Cuts it, at once and for good. */
  synchronized void cut() {
    isCut = true;
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is of no use any more, whatever it says.
      }
    }
  }

  synchronized boolean isCut() {
    return isCut;
  }

  @Override
  public synchronized void close() {
    stopTimer();
    cut();
    timer.cords.remove(this);
  }
}

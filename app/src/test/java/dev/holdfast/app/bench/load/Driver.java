package dev.holdfast.app.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks one server over many connections, all on the calling thread, which should be a platform
 * thread. It does as little as can be done, since the machine is the server's.
 */
public final class Driver implements AutoCloseable {
  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
  private static final long LOOK_MILLIS = 10;

  /** How closely a sending time is met at least; a system's timers are no better. */
  private static final long NAP_NANOS = 200_000;

  private final List<Line> lines = new ArrayList<>();
  private final RequestBytes request = new RequestBytes();
  private final Selector selector;
  private Workload workload = (_, _) -> Workload.NOTHING;
  private Freed freed = (_, _) -> {};
  private Tally tally = new Tally();
  private long end;
  private long last;
  private int under;

  /** Whom to tell that a line is free again. */
  private interface Freed {
    void free(Line line, long now) throws IOException;
  }

  /** Connects to a port of this machine. */
  public Driver(int port, int connections) {
    try {
      selector = Selector.open();
      for (int number = 0; number < connections; number++) {
        lines.add(new Line(number, port, selector));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closed loop: each connection sends as soon as it has been answered. */
  public Tally closedLoop(Workload asked, Duration time) {
    long start = begin(asked, time);
    freed =
        (line, now) -> {
          if (now < end) {
            send(line, now);
          }
        };
    try {
      for (Line line : lines) {
        send(line, System.nanoTime());
      }
      while (under > 0) {
        selector.select(this::arrived, LOOK_MILLIS);
        requirePatience(System.nanoTime());
      }
      tally.took(Math.min(last, end) - start);
      return tally;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Open loop: requests are due at this rate, whatever was answered; one that finds no connection
   * free waits for one. How long an answer took is counted from when its request was due.
   */
  public Tally openLoop(Workload asked, double requestsPerSecond, Duration time) {
    long start = begin(asked, time);
    long requests = (long) (requestsPerSecond * time.toNanos() / 1e9);
    Deque<Line> free = new ArrayDeque<>(lines);
    freed = (line, _) -> free.push(line);
    try {
      long sent = 0;
      while (sent < requests || under > 0) {
        long now = System.nanoTime();
        long due = start + (long) (sent * 1e9 / requestsPerSecond);
        while (sent < requests && due <= now && !free.isEmpty()) {
          send(free.pop(), due);
          sent++;
          due = start + (long) (sent * 1e9 / requestsPerSecond);
        }
        requirePatience(now);
        await(sent < requests && !free.isEmpty() ? due - now : NAP_NANOS);
      }
      tally.took(Math.min(last, end) - start);
      return tally;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long begin(Workload asked, Duration time) {
    workload = asked;
    tally = new Tally();
    under = 0;
    long start = System.nanoTime();
    last = start;
    end = start + time.toNanos();
    return start;
  }

  private void await(long nanos) throws IOException {
    if (selector.selectNow(this::arrived) == 0 && nanos > 0) {
      LockSupport.parkNanos(Math.min(nanos, NAP_NANOS));
      selector.selectNow(this::arrived);
    }
  }

  private void send(Line line, long due) throws IOException {
    int expected = workload.next(line.number, request);
    if (expected == Workload.NOTHING) {
      return;
    }
    line.expected = expected;
    line.due = due;
    line.send(request.bytes());
    under++;
  }

  private void arrived(SelectionKey key) {
    try {
      Line line = (Line) key.attachment();
      int status = line.receive();
      if (status == Line.MORE) {
        return;
      }
      long now = System.nanoTime();
      under--;
      tally.count(line.expected, status, now - line.due);
      if (now > end && status == line.expected) {
        tally.late();
      }
      last = now;
      workload.answered(line.number, status == line.expected);
      freed.free(line, now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requirePatience(long now) {
    if (now > end + PATIENCE) {
      throw new IllegalStateException(under + " requests were not answered");
    }
  }

  @Override
  public void close() {
    try {
      for (Line line : lines) {
        line.close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

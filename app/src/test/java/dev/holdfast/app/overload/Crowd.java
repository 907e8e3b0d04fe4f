package dev.holdfast.app.overload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * So many connections, at work together, in one thread: a thread for each would cost more than what
 * it does, and take it from the service.
 */
final class Crowd implements AutoCloseable {
  /** How long an answer is waited for when the time is over. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long MILLI = 1_000_000;

  private final Duration leadIn;
  private final Selector selector;
  private final List<Shopper> shoppers = new ArrayList<>();
  private final Deque<Shopper> free = new ArrayDeque<>();

  /**
   * Connects them; each has the seat of its number.
   *
   * @param leadIn how long they are at work before what is served is counted
   */
  Crowd(Shopper.Counter counter, int connections, Duration leadIn) {
    this.leadIn = leadIn;
    try {
      selector = Selector.open();
      for (int seat = 0; seat < connections; seat++) {
        shoppers.add(new Shopper(counter, Hall.seat(seat), selector));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    free.addAll(shoppers);
  }

  /** When requests are to be sent. */
  private interface Plan {
    /** When the next one is due, in the clock of {@link System#nanoTime}. */
    long nextDue(long now);

    /** The next one is sent, or left out. */
    void done();
  }

  /** Closed loop: each sends as soon as it has been answered. */
  Tally asFastAsAnswered(Duration time) {
    Plan atOnce =
        new Plan() {
          @Override
          public long nextDue(long now) {
            return now;
          }

          @Override
          public void done() {}
        };
    return run(atOnce, System.nanoTime(), time);
  }

  /**
   * Open loop: together they send at this rate, whatever is answered. How long an answer took is
   * counted from when its request should have been sent. Each waits for its answer, so what is due
   * while all wait is sent late, and not at all when the time is over.
   */
  Tally atRate(double requestsPerSecond, Duration time) {
    long start = System.nanoTime();
    long[] sent = {0};
    Plan steady =
        new Plan() {
          @Override
          public long nextDue(long now) {
            return start + (long) (sent[0] * 1e9 / requestsPerSecond);
          }

          @Override
          public void done() {
            sent[0]++;
          }
        };
    Tally tally = run(steady, start, time);
    long end = start + leadIn.plus(time).toNanos();
    while (steady.nextDue(end) < end) {
      steady.done();
      tally.unsent();
    }
    return tally;
  }

  private Tally run(Plan plan, long start, Duration time) {
    long counted = start + leadIn.toNanos();
    long end = counted + time.toNanos();
    Tally tally = new Tally(counted, end);
    try {
      long now = System.nanoTime();
      while (now < end) {
        long due = plan.nextDue(now);
        for (; due <= now && !free.isEmpty(); due = plan.nextDue(now)) {
          send(free.poll(), due, tally);
          plan.done();
        }
        // What is due within a millisecond is sent with what is due then.
        long wait = free.isEmpty() ? end - now : Math.min(due, end) - now;
        receive(Math.max(1, wait / MILLI), tally);
        now = System.nanoTime();
      }
      long over = end + PATIENCE.toNanos();
      while (free.size() < shoppers.size() && System.nanoTime() < over) {
        receive(1, tally);
      }
      shoppers.stream().filter(each -> !free.contains(each)).forEach(_ -> tally.lost());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tally;
  }

  private void send(Shopper shopper, long due, Tally tally) {
    try {
      shopper.send(due);
    } catch (IOException _) {
      leave(shopper, tally);
    }
  }

  /** Waits so many milliseconds at most for somebody to be answered. */
  private void receive(long millis, Tally tally) throws IOException {
    selector.select(key -> receive(key, tally), millis);
  }

  private void receive(SelectionKey key, Tally tally) {
    Shopper shopper = (Shopper) key.attachment();
    try {
      shopper
          .receive()
          .ifPresent(answer -> {
            tally.count(answer, shopper.since(), System.nanoTime());
            free.add(shopper);
          });
    } catch (IOException _) {
      leave(shopper, tally);
    }
  }

  /** Its connection is gone, and it does not come back. */
  private void leave(Shopper shopper, Tally tally) {
    tally.lost();
    shoppers.remove(shopper);
    free.remove(shopper);
    close(shopper);
  }

  private static void close(Shopper shopper) {
    try {
      shopper.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    shoppers.forEach(Crowd::close);
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

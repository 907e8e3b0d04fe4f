package dev.holdfast.app.overload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** So many connections, at work together. */
final class Crowd implements AutoCloseable {
  private final List<Shopper> shoppers = new ArrayList<>();

  /** Connects them; each has the seat of its number. */
  Crowd(Shopper.Counter counter, int connections) {
    try {
      for (int seat = 0; seat < connections; seat++) {
        shoppers.add(new Shopper(counter, Hall.seat(seat)));
      }
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    }
  }

  /** What one shopper does until the time is over. */
  private interface Round {
    void go(Shopper shopper, Tally tally) throws IOException;
  }

  /** Closed loop: each sends as soon as it has been answered. */
  Tally asFastAsAnswered(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return all((shopper, tally) -> {
      for (long now = System.nanoTime(); now < end; ) {
        Shopper.Answer answer = shopper.act();
        long then = System.nanoTime();
        tally.count(answer, then - now, then < end);
        now = then;
      }
    });
  }

  /**
   * Open loop: together they send at this rate, whatever is answered. How long an answer took is
   * counted from when its request should have been sent. Each waits for its answer, so what is due
   * while all wait is sent late, and not at all when the time is over.
   */
  Tally atRate(double requestsPerSecond, Duration time) {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    long requests = (long) (requestsPerSecond * time.toNanos() / 1e9);
    AtomicLong next = new AtomicLong();
    return all((shopper, tally) -> {
      for (long mine = next.getAndIncrement(); mine < requests; mine = next.getAndIncrement()) {
        long due = start + (long) (mine * 1e9 / requestsPerSecond);
        for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
          LockSupport.parkNanos(early);
        }
        if (System.nanoTime() >= end) {
          tally.unsent();
        } else {
          Shopper.Answer answer = shopper.act();
          long then = System.nanoTime();
          tally.count(answer, then - due, then < end);
        }
      }
    });
  }

  private Tally all(Round round) {
    Tally sum = new Tally();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Tally>> tallies = new ArrayList<>();
      for (Shopper shopper : shoppers) {
        tallies.add(threads.submit(() -> one(shopper, round)));
      }
      for (Future<Tally> each : tallies) {
        sum.add(each.get());
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return sum;
  }

  private static Tally one(Shopper shopper, Round round) {
    Tally tally = new Tally();
    try {
      round.go(shopper, tally);
    } catch (IOException _) {
      tally.lost();
    }
    return tally;
  }

  @Override
  public void close() {
    for (Shopper each : shoppers) {
      try {
        each.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

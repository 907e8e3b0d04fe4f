package dev.holdfast.app.chaos;

import dev.holdfast.app.history.Call;
import dev.holdfast.app.history.Result;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Whether a node sells: somebody holds and releases a seat there that nobody else wants, again and
 * again. A refusal of it is nobody's right.
 */
final class Pulse implements Runnable {
  private static final Duration PACE = Duration.ofMillis(100);
  private static final int TTL_SECONDS = 5;

  private final Caller caller;
  private final List<String> seat;
  private volatile boolean enough;
  private long mark;
  private long first;

  Pulse(Caller caller, String seat) {
    this.caller = caller;
    this.seat = List.of(seat);
  }

  /** From now on the next sale is looked for that begins after this moment. */
  synchronized void lookFrom(long nanos) {
    mark = nanos;
    first = 0;
  }

  synchronized boolean sells() {
    return first != 0;
  }

  /** How long it took from the mark to the end of the first sale. */
  synchronized Duration took() {
    return Duration.ofNanos(first - mark);
  }

  private synchronized void sold(Call call) {
    if (first == 0 && call.start() >= mark) {
      first = call.end();
    }
  }

  void stop() {
    enough = true;
  }

  @Override
  public void run() {
    String token = UUID.randomUUID().toString();
    while (!enough) {
      Call hold = caller.hold(seat, token, TTL_SECONDS);
      if (hold.result() == Result.DONE) {
        sold(hold);
        Result release = caller.release(seat, token).result();
        if (release == Result.DONE || release == Result.REFUSED) {
          token = UUID.randomUUID().toString();
        }
      }
      Pausing.lasting(PACE);
    }
  }
}

package dev.holdfast.app.rehearsal;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Pictures that buyers were sent. Of those that come within a tenth of a second only one is read:
 * nobody looks faster, and the machine has other things to do.
 */
final class Pictures {
  private static final long FRESH_NANOS = 100_000_000;

  private final Hall hall;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Seen latest;

  private record Seen(Picture picture, long at) {}

  /** The first one. */
  Pictures(Hall hall, Picture first) {
    this.hall = hall;
    this.latest = new Seen(first, System.nanoTime() - FRESH_NANOS);
  }

  Picture latest() {
    return latest.picture();
  }

  /**
   * The one that came, or one that came as good as together with it.
   *
   * @throws IOException when it is none
   */
  Picture of(Reply reply) throws IOException {
    long now = System.nanoTime();
    if (now - latest.at() < FRESH_NANOS || !reading.tryLock()) {
      return latest.picture();
    }
    try {
      latest = new Seen(Picture.read(hall, reply.body()), now);
      return latest.picture();
    } finally {
      reading.unlock();
    }
  }
}

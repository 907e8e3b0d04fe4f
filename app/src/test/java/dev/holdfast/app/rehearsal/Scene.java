package dev.holdfast.app.rehearsal;

/** What all buyers share. */
record Scene(
    Options options,
    Api api,
    Hall hall,
    Pictures pictures,
    Books books,
    Scoreboard board,
    long start) {
  /** Nanoseconds from the start. */
  long now() {
    return System.nanoTime() - start;
  }

  /**
   * Waits for a moment that somebody takes for himself.
   *
   * @return whether it came; not when the rehearsal is broken off
   */
  boolean await(long moment) {
    if (!sleepUntil(moment)) {
      return false;
    }
    board.wentOn(moment, now());
    return true;
  }

  /** The same, of no interest to the score. */
  boolean sleepUntil(long moment) {
    try {
      long left = moment - now();
      while (left > 0) {
        Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
        left = moment - now();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

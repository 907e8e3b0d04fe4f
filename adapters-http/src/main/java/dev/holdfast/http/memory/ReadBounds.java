package dev.holdfast.http.memory;

import java.time.Duration;

/**
 * What large answers under way may take together: pictures of events, and layouts.
 *
 * @param readsAtOnce pictures or layouts that are read and put into words at a time
 * @param answerBytes of answers that wait for their readers, as they are kept: compressed
 * @param layoutBytes of published layouts and their pictures that are kept for the next who asks,
 *     compressed
 * @param patience how long a request waits for its turn, and for room for its answer
 * @param sending how long a reader may take to take his answer
 */
public record ReadBounds(
    int readsAtOnce, int answerBytes, int layoutBytes, Duration patience, Duration sending) {
  /** A picture of 100,000 seats takes some 40 MB, and in words, compressed, about one. */
  public static final ReadBounds STANDARD =
      new ReadBounds(
          3, 32 * 1024 * 1024, 16 * 1024 * 1024, Duration.ofSeconds(2), Duration.ofSeconds(60));

  /**
   * For parts of a journal and for lists without pages, which are bounded themselves and in nobody
   * else's way: half of the room, and a third of the time.
   */
  public ReadBounds ofParts() {
    return new ReadBounds(
        readsAtOnce, Math.ceilDiv(answerBytes, 2), 0, patience, sending.dividedBy(3));
  }

  /**
   * For checks of whole events, which read more than anything else and answer little: one at a
   * time.
   */
  public ReadBounds ofChecks() {
    return new ReadBounds(1, Math.ceilDiv(answerBytes, 16), 0, patience, sending.dividedBy(3));
  }
}

package dev.holdfast.http;

import dev.holdfast.http.memory.ReadBounds;
import java.time.Duration;

/** Bounds of a server where who does not get his turn at once is told so at once. */
final class Impatience {
  /** Compressed bytes that no test fills. */
  private static final int PLENTY = 1_000_000;

  /** Longer than any reader here takes. */
  private static final Duration LONG = Duration.ofSeconds(60);

  private static final Duration SHORT = Duration.ofMillis(200);

  private Impatience() {}

  /** With room and time for every reader. */
  static HttpSettings.Bounds bounds(int atOnce) {
    return bounds(atOnce, PLENTY, LONG);
  }

  /**
   * The standard, but for large answers, which are also worked on one at a time.
   *
   * @param atOnce pictures, layouts or parts of journals that are read at a time
   * @param answerBytes of answers that wait for their readers
   * @param sending how long a reader may take to take his answer
   */
  static HttpSettings.Bounds bounds(int atOnce, int answerBytes, Duration sending) {
    HttpSettings.Bounds standard = HttpSettings.Bounds.STANDARD;
    return new HttpSettings.Bounds(
        standard.connections(),
        standard.acceptQueue(),
        standard.headerBytes(),
        standard.idle(),
        1,
        standard.layoutPatience(),
        SHORT,
        standard.bodies(),
        new ReadBounds(atOnce, answerBytes, PLENTY, SHORT, sending),
        standard.admission());
  }
}

package dev.holdfast.app.bench;

import java.time.Duration;

/**
 * How much is played.
 *
 * @param rounds of everything
 * @param time of one measurement
 * @param warmUp of each measurement, once, before the first round; zero: none
 * @param seats of the large hall, a multiple of a thousand
 * @param smallSeats of the small one, at most a thousand
 * @param events of the house with many of them, each of a thousand seats where memory is measured
 * @param readers of a stream
 * @param starts of a service on a data directory that is there
 * @param javaOptions what every JVM hears in its environment; empty: it is as it is shipped
 */
record Scale(
    int rounds,
    Duration time,
    Duration warmUp,
    int seats,
    int smallSeats,
    int events,
    int readers,
    int starts,
    String javaOptions) {
  /** As it is measured, with as many rounds of such a time. */
  static Scale full(int rounds, Duration time, Duration warmUp) {
    return new Scale(rounds, time, warmUp, 80_000, 800, 1_000, 100, 3, "");
  }

  /** Whether all of it works; its figures mean nothing. */
  static Scale small() {
    return new Scale(
        1, Duration.ofMillis(200), Duration.ZERO, 4_000, 200, 20, 5, 1, "-XX:TieredStopAtLevel=1");
  }
}

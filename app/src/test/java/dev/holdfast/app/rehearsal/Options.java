package dev.holdfast.app.rehearsal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is to be rehearsed.
 *
 * @param service scheme, host and port
 * @param key a secret key of the event's workspace
 * @param buyers how many come, 1 to a million
 * @param from buyers a second in the first step, 0.1 to 10,000
 * @param to buyers a second in the last step, from there on the rate stays
 * @param step how long a rate is kept, 1 s to 10 min
 * @param think from the hold to the payment, up to 5 min
 * @param leastSeats fewest seats a buyer wants
 * @param mostSeats most seats a buyer wants, up to 20
 * @param abandon of a hundred who hold, how many do not pay
 * @param bound from which a hold's 99th percentile on is too slow
 * @param seed of arrivals and choices
 * @param json where the sheet is also written to
 * @param clean whether what was booked is given back afterwards
 * @param live whether seats may be booked with a live key
 */
record Options(
    URI service,
    String event,
    String key,
    int buyers,
    double from,
    double to,
    Duration step,
    Span think,
    int leastSeats,
    int mostSeats,
    int abandon,
    Duration bound,
    long seed,
    @Nullable Path json,
    boolean clean,
    boolean live) {
  static final int MOST_BUYERS = 1_000_000;
  static final double LEAST_RATE = 0.1;
  static final double MOST_RATE = 10_000;
  static final Span STEPS = new Span(Duration.ofSeconds(1), Duration.ofMinutes(10));
  static final Span THINKING = new Span(Duration.ZERO, Duration.ofMinutes(5));
  static final Span BOUNDS = new Span(Duration.ofMillis(1), Duration.ofSeconds(30));
  static final int MOST_SEATS = 20;
}

package dev.holdfast.app.rehearsal;

import java.net.URI;
import java.time.Duration;

/** Options of tests. */
final class Rehearsed {
  private Rehearsed() {}

  /** Quick buyers who rise from one rate to another, in steps of a second. */
  static Options options(
      URI service, String event, String key, int buyers, double from, double to) {
    return new Options(
        service,
        event,
        key,
        buyers,
        from,
        to,
        Duration.ofSeconds(1),
        new Span(Duration.ofMillis(50), Duration.ofMillis(300)),
        1,
        4,
        20,
        Duration.ofSeconds(1),
        1,
        null,
        false,
        false);
  }

  static Options options(int buyers, double from, double to) {
    return options(URI.create("http://localhost:1"), "evt_1", "sk_test_1", buyers, from, to);
  }

  static Options seeded(Options of, long seed) {
    return changed(of, of.service(), seed, of.clean());
  }

  static Options clean(Options of) {
    return changed(of, of.service(), of.seed(), true);
  }

  /** The same at another address. */
  static Options at(Options of, URI service) {
    return changed(of, service, of.seed(), of.clean());
  }

  private static Options changed(Options of, URI service, long seed, boolean clean) {
    return new Options(
        service,
        of.event(),
        of.key(),
        of.buyers(),
        of.from(),
        of.to(),
        of.step(),
        of.think(),
        of.leastSeats(),
        of.mostSeats(),
        of.abandon(),
        of.bound(),
        seed,
        of.json(),
        clean,
        of.live());
  }
}

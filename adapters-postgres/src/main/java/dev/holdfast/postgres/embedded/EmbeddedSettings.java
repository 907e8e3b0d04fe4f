package dev.holdfast.postgres.embedded;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What may be chosen about the embedded server. Durability, authentication and the address are not
 * here on purpose: they are fixed.
 *
 * @param sharedBuffersMegabytes memory for the page cache of the server, 16 to 65,536 MB
 * @param maxConnections connections at the same time, 10 to 1,000; three are kept for repairs
 * @param startTimeout how long a start may take once everything is unpacked, which includes the
 *     recovery after a crash; more than zero, at most one hour
 * @param stopTimeout how long a clean stop may take before it is forced; more than zero, at most
 *     one hour. A forced stop loses nothing either: the next start recovers from the log.
 * @param stopWithJvm whether a shutdown hook stops the server; otherwise the caller closes it
 * @param serverDirectory where the programs are unpacked to, for several data directories to share;
 *     null for a directory of its own under the data directory
 */
public record EmbeddedSettings(
    int sharedBuffersMegabytes,
    int maxConnections,
    Duration startTimeout,
    Duration stopTimeout,
    boolean stopWithJvm,
    @Nullable Path serverDirectory) {

  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException when a value is out of its bounds
   */
  public EmbeddedSettings {
    requireWithin("sharedBuffersMegabytes", sharedBuffersMegabytes, 16, 65_536);
    requireWithin("maxConnections", maxConnections, 10, 1_000);
    requireSensible("startTimeout", startTimeout);
    requireSensible("stopTimeout", stopTimeout);
  }

  /** 128 MB, 100 connections, 5 minutes to start, 30 seconds to stop, no shutdown hook. */
  public static EmbeddedSettings defaults() {
    return new EmbeddedSettings(
        128, 100, Duration.ofMinutes(5), Duration.ofSeconds(30), false, null);
  }

  /** The same settings with another page cache, in MB. */
  public EmbeddedSettings withSharedBuffersMegabytes(int megabytes) {
    return new EmbeddedSettings(
        megabytes, maxConnections, startTimeout, stopTimeout, stopWithJvm, serverDirectory);
  }

  /** The same settings with another limit of connections. */
  public EmbeddedSettings withMaxConnections(int connections) {
    return new EmbeddedSettings(
        sharedBuffersMegabytes,
        connections,
        startTimeout,
        stopTimeout,
        stopWithJvm,
        serverDirectory);
  }

  /** The same settings with other bounds for the start and the clean stop. */
  public EmbeddedSettings withTimeouts(Duration start, Duration stop) {
    return new EmbeddedSettings(
        sharedBuffersMegabytes, maxConnections, start, stop, stopWithJvm, serverDirectory);
  }

  /** The same settings, with or without a shutdown hook that stops the server. */
  public EmbeddedSettings withStopWithJvm(boolean hook) {
    return new EmbeddedSettings(
        sharedBuffersMegabytes, maxConnections, startTimeout, stopTimeout, hook, serverDirectory);
  }

  /** The same settings with the programs unpacked to a directory that others may share. */
  public EmbeddedSettings withServerDirectory(Path directory) {
    return new EmbeddedSettings(
        sharedBuffersMegabytes, maxConnections, startTimeout, stopTimeout, stopWithJvm, directory);
  }

  private static void requireWithin(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be between %d and %d, not %d".formatted(name, least, most, value));
    }
  }

  private static void requireSensible(String name, Duration value) {
    if (!value.isPositive() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s must be more than zero and at most %s, not %s".formatted(name, LONGEST, value));
    }
  }
}

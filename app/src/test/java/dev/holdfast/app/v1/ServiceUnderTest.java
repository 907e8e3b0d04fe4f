package dev.holdfast.app.v1;

import java.net.URI;
import java.time.Duration;

/** A running server. The rules of all classes may share one: each test makes its own workspaces. */
public interface ServiceUnderTest extends AutoCloseable {

  /** Scheme, host and port, without a path. */
  URI baseUri();

  /** The key that opens {@code /admin}. */
  String adminKey();

  /**
   * How long an answer may still show an event or a chart as it was before another node changed or
   * deleted it. One node shows its own changes at once.
   */
  default Duration remembers() {
    return Duration.ZERO;
  }

  @Override
  void close();
}

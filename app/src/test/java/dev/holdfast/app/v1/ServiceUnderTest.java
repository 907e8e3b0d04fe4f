package dev.holdfast.app.v1;

import java.net.URI;

/** A running server. The rules of all classes may share one: each test makes its own workspaces. */
public interface ServiceUnderTest extends AutoCloseable {

  /** Scheme, host and port, without a path. */
  URI baseUri();

  /** The key that opens {@code /admin}. */
  String adminKey();

  @Override
  void close();
}

package dev.holdfast.app;

import org.jspecify.annotations.Nullable;

/** The service cannot start here; the message says why and what to do. */
public final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why it cannot start. */
  public StartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

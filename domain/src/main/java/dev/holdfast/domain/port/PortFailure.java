package dev.holdfast.domain.port;

import org.jspecify.annotations.Nullable;

/**
 * Trouble behind a port: the question was not answered. Never a "no" (that is a {@code Refusal}),
 * and never to be read as "free".
 */
public abstract sealed class PortFailure extends RuntimeException
    permits GateUnavailable, StoreFailure {
  private static final long serialVersionUID = 1L;

  protected PortFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

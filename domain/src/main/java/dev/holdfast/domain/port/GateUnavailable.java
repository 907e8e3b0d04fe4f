package dev.holdfast.domain.port;

import org.jspecify.annotations.Nullable;

/** The gate did not answer in time or at all. The caller goes on to the ledger without it. */
public final class GateUnavailable extends PortFailure {
  private static final long serialVersionUID = 1L;

  public GateUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

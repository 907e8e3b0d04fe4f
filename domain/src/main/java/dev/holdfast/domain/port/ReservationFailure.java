package dev.holdfast.domain.port;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The answer could not be had; each kind says what the caller may conclude. */
public abstract sealed class ReservationFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ReservationFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Nothing happened and nothing will; the same request may succeed later. */
  public static final class Overloaded extends ReservationFailure {
    private static final long serialVersionUID = 1L;

    /** When trying again makes sense. */
    private final Duration retryAfter;

    public Overloaded(String message, Duration retryAfter, @Nullable Throwable cause) {
      super(message, cause);
      this.retryAfter = retryAfter;
    }

    /** When trying again makes sense. */
    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /** It may or may not have happened. */
  public static final class OutcomeUnknown extends ReservationFailure {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** Nothing happened: the engine or its store could not do this, and trying again is no use. */
  public static final class Broken extends ReservationFailure {
    private static final long serialVersionUID = 1L;

    public Broken(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}

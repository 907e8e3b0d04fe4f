package dev.holdfast.domain.port;

import org.jspecify.annotations.Nullable;

/** Trouble with the ledger or the catalog, told apart by what the caller may conclude from it. */
public abstract sealed class StoreFailure extends PortFailure {
  private static final long serialVersionUID = 1L;

  private StoreFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Nothing happened and nothing will; the same call may succeed later. */
  public static final class Unavailable extends StoreFailure {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Nothing happened, and the same work would meet the same end: the store rejected the data itself
   * (SQLSTATE classes 22 and 23 in PostgreSQL).
   */
  public static final class Rejected extends StoreFailure {
    private static final long serialVersionUID = 1L;

    public Rejected(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The commit was on its way when the connection was lost: it may or may not have happened. */
  public static final class CommitUnknown extends StoreFailure {
    private static final long serialVersionUID = 1L;

    public CommitUnknown(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}

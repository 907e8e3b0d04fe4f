package dev.holdfast.domain.port;

/** What became of a transaction. */
public enum CommitFate {
  /** It has committed. */
  COMMITTED,
  /** It has not committed and never will. */
  ABANDONED
}

package dev.holdfast.domain.idempotency;

/** What becomes of a request whose key is known: it is not carried out (decision 6). */
public sealed interface Repeat {
  /** The same request was answered before, and this is what it was answered. */
  record Answered(StoredAnswer answer) implements Repeat {}

  /** The key belongs to another request. */
  record OtherRequest() implements Repeat {}

  /** A request with this key is being carried out; its answer can be had a moment later. */
  record StillRunning() implements Repeat {}
}

package dev.holdfast.domain.idempotency;

/** What a transaction finds that wants to use a key. */
public sealed interface Claim {
  /** Nothing is known under it, and nobody else can use it until the transaction is over. */
  record Ours() implements Claim {}

  /** Another transaction is using it. */
  record Busy() implements Claim {}

  /** A request was answered under it. */
  record Kept(KeptAnswer kept) implements Claim {}
}

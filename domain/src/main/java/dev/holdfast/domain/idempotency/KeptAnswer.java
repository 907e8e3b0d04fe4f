package dev.holdfast.domain.idempotency;

/** What is remembered under a key: which request it was, and what it was answered. */
public record KeptAnswer(IdempotencyKey key, Fingerprint request, StoredAnswer answer) {
  /** What somebody hears who sends a request under this key. */
  public Repeat toldTo(Fingerprint other) {
    return request.equals(other) ? new Repeat.Answered(answer) : new Repeat.OtherRequest();
  }
}

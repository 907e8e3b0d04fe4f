package dev.holdfast.domain.idempotency;

/**
 * An answer as a dialect gave it, in a form that only the dialect reads.
 *
 * @param text at most {@value #MAX_LENGTH} characters, without NUL
 */
public record StoredAnswer(String text) {
  /** Most characters: 200 objects with 16 KiB of extra data each, and what is told beside it. */
  public static final int MAX_LENGTH = 4 * 1024 * 1024;

  public StoredAnswer {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("an answer of " + text.length() + " characters");
    }
  }
}

package dev.holdfast.domain.hold;

/**
 * The secret that says whose hold it is. Made by the buyer's client or by a dialect; opaque here.
 *
 * <p>In the v1 dialect a token is a session within one event: the same text in two events is two
 * sessions.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters, compared exactly
 */
public record HoldToken(String value) implements Comparable<HoldToken> {
  /** Longest token, in characters. */
  public static final int MAX_LENGTH = 255;

  public HoldToken {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a hold token has 1 to " + MAX_LENGTH + " characters");
    }
  }

  @Override
  public int compareTo(HoldToken other) {
    return value.compareTo(other.value);
  }

  /** Says nothing of the token itself: it is a secret, and this text may reach a log. */
  @Override
  public String toString() {
    return "HoldToken[" + value.length() + " characters]";
  }
}

package dev.holdfast.http.load;

/**
 * Requests a second that each key may send to one node.
 *
 * @param publicKey each browser key, {@link #NONE} or 1 to {@link #MOST}
 * @param secretKey each secret key, {@link #NONE} or 1 to {@link #MOST}
 */
public record RateLimits(int publicKey, int secretKey) {
  /** No limit. */
  public static final int NONE = 0;

  /** More than a node can answer. */
  public static final int MOST = 1_000_000;

  /** No key is limited. */
  public static final RateLimits OFF = new RateLimits(NONE, NONE);

  public RateLimits {
    if (Math.min(publicKey, secretKey) < NONE || Math.max(publicKey, secretKey) > MOST) {
      throw new IllegalArgumentException("a rate is from 1 to " + MOST);
    }
  }
}

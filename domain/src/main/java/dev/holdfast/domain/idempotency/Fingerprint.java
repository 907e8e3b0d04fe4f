package dev.holdfast.domain.idempotency;

import java.util.regex.Pattern;

/**
 * What makes two requests the same: a digest of all that they ask for (decision 17).
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record Fingerprint(String sha256) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  public Fingerprint {
    if (!DIGEST.matcher(sha256).matches()) {
      throw new IllegalArgumentException("a fingerprint has 64 hexadecimal digits");
    }
  }
}

package dev.holdfast.domain.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * SHA-256 of an API key: all that is ever stored of it. Looking a key up by its hash compares no
 * secret text, and equality here takes the same time wherever two hashes differ.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record KeyHash(String hex) {
  private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

  public KeyHash {
    if (!DIGITS.matcher(hex).matches()) {
      throw new IllegalArgumentException("SHA-256 has 64 hexadecimal digits");
    }
  }

  /** The hash of a key as its holder sends it. */
  public static KeyHash of(String key) {
    try {
      byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(utf8);
      return new KeyHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyHash hash && MessageDigest.isEqual(ascii(hex), ascii(hash.hex));
  }

  @Override
  public int hashCode() {
    return hex.hashCode();
  }

  /** Only a beginning: what identifies a key need not stand in logs. */
  @Override
  public String toString() {
    return hex.substring(0, 8) + "...";
  }

  private static byte[] ascii(String hex) {
    return hex.getBytes(StandardCharsets.US_ASCII);
  }
}

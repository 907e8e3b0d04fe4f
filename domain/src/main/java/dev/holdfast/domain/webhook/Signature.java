package dev.holdfast.domain.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The header by which a receiver knows that a delivery is ours (v1, section 11). */
public final class Signature {
  /** The header's name. */
  public static final String HEADER = "Seats-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /**
   * {@code t=<unix seconds>,v1=<lower-case hex>}: the HMAC-SHA256 under the secret's text of the
   * time, a full stop and the body.
   *
   * @param body exactly the bytes that are sent
   */
  public static String of(WebhookSecret secret, Instant time, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((time.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      String digits = HexFormat.of().formatHex(mac.doFinal(body));
      return "t=" + time.getEpochSecond() + ",v1=" + digits;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}

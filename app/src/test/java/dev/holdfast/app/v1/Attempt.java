package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One request that a webhook's receiver got: one attempt to deliver. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Attempt(String method, Headers headers, byte[] body, Instant receivedAt) {

  private static final Pattern SIGNATURE = Pattern.compile("t=(\\d+),v1=([0-9a-f]{64})");

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    return Json.parse(text());
  }

  public JsonNode data() {
    return json().path("data");
  }

  public String id() {
    return json().path("id").asText();
  }

  public String event() {
    return json().path("event").asText();
  }

  public String label() {
    return data().path("objectLabel").asText();
  }

  public long seq() {
    return data().path("seq").asLong();
  }

  /** The second in which it says it was signed. */
  public long signedAt() {
    return Long.parseLong(signature().group(1));
  }

  public boolean isSignedWith(String secret) {
    return signature().group(2).equals(hmac(secret, signedAt() + ".", body));
  }

  private Matcher signature() {
    List<String> found = headers.get("Seats-Signature");
    assertTrue(found != null && found.size() == 1, () -> "signatures: " + found);
    Matcher matcher = SIGNATURE.matcher(found.getFirst());
    assertTrue(matcher.matches(), () -> "no signature: " + found);
    return matcher;
  }

  private static String hmac(String secret, String start, byte[] rest) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(start.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(rest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

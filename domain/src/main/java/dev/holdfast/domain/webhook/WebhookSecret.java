package dev.holdfast.domain.webhook;

import dev.holdfast.domain.port.IdSource;
import java.util.Locale;

/**
 * What a webhook's deliveries are signed with, the prefix included (v1, section 11).
 *
 * @param value {@code whsec_} and 32 lower-case hexadecimal digits
 */
public record WebhookSecret(String value) {
  /** A new one. */
  public static WebhookSecret fresh(IdSource ids) {
    String digits = ids.uuid().toString().replace("-", "").toLowerCase(Locale.ROOT);
    return new WebhookSecret("whsec_" + digits);
  }

  /** Not the secret: logs are no place for it. */
  @Override
  public String toString() {
    return "WebhookSecret[hidden]";
  }
}

package dev.holdfast.http.outbound;

import dev.holdfast.domain.port.WebhookSenderPort;
import java.time.Duration;

/**
 * How long a stranger's machines are waited for.
 *
 * @param name where a name leads, when its owner only asks whether it is acceptable
 * @param connect name and TCP connection of an attempt, over all addresses of the name
 * @param total a whole attempt
 * @param rest what follows the status, which nobody reads
 */
record Patience(Duration name, Duration connect, Duration total, Duration rest) {
  static final Patience STANDARD =
      new Patience(
          Duration.ofSeconds(2),
          WebhookSenderPort.CONNECT,
          WebhookSenderPort.TOTAL,
          Duration.ofSeconds(1));
}

package dev.holdfast.http.outbound;

import dev.holdfast.domain.port.WebhookSenderPort.Sent;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.core5.ssl.SSLContexts;

/** Senders that wait as long as a test needs them to. */
final class Senders {
  /** Longer than any test. */
  static final Duration EVER = Duration.ofHours(1);

  static final WorkspaceId OWNER = new WorkspaceId(1);

  static final Patience PATIENT = new Patience(EVER, EVER, EVER, EVER);

  static final Lookup NO_NAMES =
      name -> {
        throw new UnknownHostException(name);
      };

  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/json", "Seats-Signature", "t=1,v1=00ff");

  private static final String BODY = "{\"name\":\"K\u00f6ln\"}";

  private Senders() {}

  /** One of a closed network. */
  static OutboundSender closed(Lookup lookup, Patience patience) {
    return new OutboundSender(true, lookup, SSLContexts.createDefault(), patience);
  }

  /** One of the Internet. */
  static OutboundSender open(Lookup lookup, Patience patience) {
    return new OutboundSender(false, lookup, SSLContexts.createDefault(), patience);
  }

  static Patience total(Duration total) {
    return new Patience(EVER, EVER, total, EVER);
  }

  static Sent post(OutboundSender sender, String url) {
    return sender.send(OWNER, url, HEADERS, BODY.getBytes(StandardCharsets.UTF_8));
  }
}

package dev.holdfast.http;

import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Envelope;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.route.Sent;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests under an idempotency key, before they are carried out. */
final class Repeating {
  private static final byte[] END = {'\n'};

  private final IdempotencyPort answers;

  Repeating(IdempotencyPort answers) {
    this.answers = answers;
  }

  /**
   * What was sent under a key; empty when there is no key, or nothing is changed.
   *
   * @throws Rejection when the key cannot be one
   */
  Optional<Sent> sent(Route route, Context context, @Nullable ApiKey key, byte[] body) {
    if (key == null || route.method().equals(HandlerType.GET) || !isSent(context.req())) {
      return Optional.empty();
    }
    List<String> names = Collections.list(context.req().getHeaders(Sent.HEADER));
    if (names.size() != 1 || !IdempotencyKey.isValid(names.getFirst())) {
      throw new Rejection(
          Envelope.invalid(
              Sent.HEADER,
              "Header must be sent once, with 1 to "
                  + IdempotencyKey.MAX_LENGTH
                  + " printable ASCII characters"));
    }
    return Optional.of(
        new Sent(
            new IdempotencyKey(key.workspace(), names.getFirst()),
            fingerprint(route, context, key, body),
            answers));
  }

  /** Without a value too: whoever sends the header believes that he has a key. */
  private static boolean isSent(HttpServletRequest request) {
    return Collections.list(request.getHeaderNames()).stream()
        .anyMatch(Sent.HEADER::equalsIgnoreCase);
  }

  /** The answer to a request that needs not be carried out. */
  Optional<Answer> known(Sent sent) {
    return answers.find(sent.key()).map(sent::answer);
  }

  /**
   * Method, path and body (decision 17), and with which kind of key: one may what the other may
   * not.
   */
  private static Fingerprint fingerprint(Route route, Context context, ApiKey key, byte[] body) {
    MessageDigest digest = sha256();
    for (String part :
        new String[] {route.method().name(), context.req().getRequestURI(), key.kind().name()}) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update(END);
    }
    return new Fingerprint(HexFormat.of().formatHex(digest.digest(body)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

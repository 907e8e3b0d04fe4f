package dev.holdfast.http;

import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.http.json.InvalidRequest;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Envelope;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what was thrown into an answer. Mistakes of callers are answered and not logged; trouble
 * that may pass is told by the readiness check rather than once a request; only what somebody has
 * to look at is logged, under an id that the answer carries.
 */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final Duration SOON = Duration.ofSeconds(1);

  private Faults() {}

  /**
   * The answer to a request that ended so.
   *
   * @param what method and template, never the caller's own text
   */
  static Answer answer(String what, Throwable thrown) {
    return switch (thrown) {
      case Rejection rejection -> rejection.answer();
      case InvalidRequest invalid -> Envelope.invalid(invalid.errors());
      case HttpResponseException response -> ofStatus(response);
      case ReservationFailure.Overloaded overloaded -> {
        LOG.debug("{}: overloaded", what, overloaded);
        yield overloaded.getCause() instanceof StoreFailure
            ? Envelope.storeAway(overloaded.retryAfter())
            : Envelope.unavailable(overloaded.retryAfter());
      }
      case StoreFailure.Unavailable unavailable -> {
        LOG.debug("{}: store unavailable", what, unavailable);
        yield Envelope.storeAway(SOON);
      }
      case GateUnavailable unavailable -> {
        LOG.debug("{}: gate unavailable", what, unavailable);
        yield Envelope.unavailable(SOON);
      }
      case IOException gone -> {
        // Bodies are read elsewhere, so this was an answer that its caller did not wait for.
        LOG.debug("{}: the caller is gone", what, gone);
        yield Envelope.malformed("The connection was lost");
      }
      case ReservationFailure.OutcomeUnknown unknown ->
          Envelope.outcomeUnknown(logged(what, unknown));
      case StoreFailure.CommitUnknown unknown -> Envelope.outcomeUnknown(logged(what, unknown));
      default -> Envelope.broken(logged(what, thrown));
    };
  }

  private static Answer ofStatus(HttpResponseException response) {
    return switch (response.getStatus()) {
      case 404 -> Envelope.notFound();
      case 405 ->
          Envelope.methodNotAllowed(response.getDetails().getOrDefault("availableMethods", ""));
      default -> Envelope.plain(response.getStatus(), "Request refused");
    };
  }

  private static String logged(String what, Throwable thrown) {
    String incident = UUID.randomUUID().toString();
    LOG.error("incident {}: {}", incident, what, thrown);
    return incident;
  }
}

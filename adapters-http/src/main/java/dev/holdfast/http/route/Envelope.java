package dev.holdfast.http.route;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.http.json.DotPath;
import dev.holdfast.http.route.Fault.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The error envelope, {@code {statusCode, message, errors?}}, and the one place where it is decided
 * which trouble is which status.
 */
public final class Envelope {
  private Envelope() {}

  /** 400: members of the request are wrong. */
  public static Answer invalid(Map<String, List<String>> errors) {
    return of(400, new Fault(Kind.PLAIN, "Validation failed", errors, null));
  }

  /** 400: one member of the request is wrong. */
  public static Answer invalid(String path, String text) {
    return invalid(Map.of(path, List.of(text)));
  }

  /** 400: a body is needed. */
  public static Answer bodyMissing() {
    return invalid(DotPath.ROOT.toString(), "Required");
  }

  /** 400: not even a request. */
  public static Answer malformed(String message) {
    return plain(400, message);
  }

  /** 401: no key. */
  public static Answer keyMissing() {
    return plain(401, "Missing API key");
  }

  /** 401: no such key. */
  public static Answer keyInvalid() {
    return plain(401, "Invalid API key");
  }

  /** 401: no admin key. */
  public static Answer adminKeyMissing() {
    return plain(401, "Missing admin key");
  }

  /** 401: another admin key. */
  public static Answer adminKeyInvalid() {
    return plain(401, "Invalid admin key");
  }

  /** 403: this kind of key may not. */
  public static Answer forbidden() {
    return plain(403, "API key is not allowed to perform this action");
  }

  /** 403: the workspace is not active. */
  public static Answer closed() {
    return plain(403, "Workspace is not active");
  }

  /** 404: there is no such path. */
  public static Answer notFound() {
    return notFound("Not found");
  }

  /** 404: there is no such thing. */
  public static Answer notFound(String message) {
    return plain(404, message);
  }

  /** 404: the company has no such workspace. */
  public static Answer noWorkspace() {
    return of(404, new Fault(Kind.NO_WORKSPACE, "Workspace not found", Map.of(), null));
  }

  /** 405: the path has other methods. */
  public static Answer methodNotAllowed(String allowed) {
    return plain(405, "Method not allowed").with("Allow", allowed);
  }

  /** 408: the body did not arrive. */
  public static Answer bodyTooSlow() {
    return plain(408, "Request body did not arrive in time").with("Connection", "close");
  }

  /** 409: the state of things is against it. */
  public static Answer conflict(String message) {
    return plain(409, message);
  }

  /** 422: the idempotency key was used for something else. */
  static Answer keyOfAnotherRequest() {
    return plain(422, "Idempotency-Key was used for another request");
  }

  /** 409: a request with this idempotency key is being carried out. */
  static Answer stillRunning() {
    return plain(409, "A request with this Idempotency-Key is still running")
        .with("Retry-After", "1");
  }

  /** 413: the body is too large. */
  public static Answer bodyTooLarge(int maxBytes) {
    return plain(413, "Request body is larger than " + maxBytes + " bytes")
        .with("Connection", "close");
  }

  /** 415: the body is no JSON. */
  public static Answer notJson() {
    return plain(415, "Content-Type must be application/json");
  }

  /** 429: this key sends more than it may. */
  public static Answer tooManyRequests(Duration retryAfter) {
    return plain(429, "Too many requests").with("Retry-After", seconds(retryAfter));
  }

  /** 500: a fault of ours; the log has the rest under this id. */
  public static Answer broken(String incident) {
    return incident(Kind.PLAIN, "Internal server error", incident);
  }

  /** 500: it may or may not have happened. */
  public static Answer outcomeUnknown(String incident) {
    return incident(
        Kind.OUTCOME_UNKNOWN,
        "outcome_unknown: the change may or may not have been made;"
            + " read the status before trying again",
        incident);
  }

  /** 503: nothing happened, and it may work later. */
  public static Answer unavailable(Duration retryAfter) {
    return plain(503, "Service unavailable").with("Retry-After", seconds(retryAfter));
  }

  /** Whole seconds, rounded up: 0 would mean at once. */
  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
  }

  /** 503: the store cannot be reached, nothing happened, and it may work later. */
  public static Answer storeAway(Duration retryAfter) {
    Answer answer = unavailable(retryAfter);
    return answer.about(new Fault(Kind.STORE_AWAY, "Service unavailable", Map.of(), null));
  }

  /** Any other status that the HTTP layer decided on. */
  public static Answer plain(int status, String message) {
    return of(status, Fault.of(message));
  }

  private static Answer incident(Kind kind, String message, String incident) {
    return of(500, new Fault(kind, message, Map.of(), incident));
  }

  private static Answer of(int status, Fault fault) {
    return Answer.json(status, json -> write(json, status, fault)).about(fault);
  }

  private static void write(JsonGenerator json, int status, Fault fault) throws IOException {
    json.writeStartObject();
    head(json, status, fault.message());
    if (!fault.errors().isEmpty()) {
      json.writeObjectFieldStart("errors");
      for (Map.Entry<String, List<String>> each : fault.errors().entrySet()) {
        json.writeFieldName(each.getKey());
        json.writeStartArray();
        for (String text : each.getValue()) {
          json.writeString(text);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    if (fault.incident() != null) {
      json.writeStringField("incident", fault.incident());
    }
    json.writeEndObject();
  }

  /** The members that every envelope begins with. */
  public static void head(JsonGenerator json, int status, String message) throws IOException {
    json.writeNumberField("statusCode", status);
    json.writeStringField("message", message);
  }
}

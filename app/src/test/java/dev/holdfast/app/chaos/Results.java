package dev.holdfast.app.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.history.Result;

/** What a caller knows by an answer, in any dialect (docs/errors.md). */
final class Results {
  private Results() {}

  /** Unknown as well where the answer is one that nothing excuses. */
  static Result of(int status, JsonNode body) {
    return switch (status) {
      case 200, 201, 204 -> Result.DONE;
      case 409 -> isInUse(body) ? Result.UNKNOWN : Result.REFUSED;
      case 400 -> isRefusal(body) ? Result.REFUSED : Result.UNKNOWN;
      case 503 -> Result.NOTHING;
      case 500 -> error(body).equals("STORE_UNAVAILABLE") ? Result.NOTHING : Result.UNKNOWN;
      default -> Result.UNKNOWN;
    };
  }

  /** Whether an answer that says nothing of what came of it is one that trouble excuses. */
  static boolean isExcused(int status, JsonNode body) {
    return status == 500 || (status == 409 && isInUse(body));
  }

  /** Whether there was too little to choose from. */
  static boolean isSoldOut(JsonNode body) {
    return code(body).equals("BEST_AVAILABLE_OBJECTS_NOT_FOUND");
  }

  /** Another with the same key is on its way. */
  private static boolean isInUse(JsonNode body) {
    return code(body).equals("IDEMPOTENCY_KEY_IN_USE");
  }

  /** As tmt says it. */
  private static String error(JsonNode body) {
    return body.path("data").path("error").asText();
  }

  /** As seats.io says it. */
  private static String code(JsonNode body) {
    return body.path("errors").path(0).path("code").asText();
  }

  private static boolean isRefusal(JsonNode body) {
    String word = error(body).isEmpty() ? code(body) : error(body);
    return switch (word) {
      case "SEATS_NOT_AVAILABLE", "SEATS_NOT_HELD", "HOLD_TOKEN_EXPIRED" -> true;
      case "ILLEGAL_STATUS_CHANGE", "BEST_AVAILABLE_OBJECTS_NOT_FOUND" -> true;
      default -> false;
    };
  }
}

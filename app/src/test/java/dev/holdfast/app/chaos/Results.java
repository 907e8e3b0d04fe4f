package dev.holdfast.app.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.history.Result;

/** What a caller knows by an answer, in either dialect (docs/errors.md). */
final class Results {
  private Results() {}

  /** Unknown as well where the answer is one that nothing excuses. */
  static Result of(int status, JsonNode body) {
    String error = body.path("data").path("error").asText();
    return switch (status) {
      case 200 -> Result.DONE;
      case 409, 400 -> status == 409 || isRefusal(error) ? Result.REFUSED : Result.UNKNOWN;
      case 503 -> Result.NOTHING;
      case 500 -> error.equals("STORE_UNAVAILABLE") ? Result.NOTHING : Result.UNKNOWN;
      default -> Result.UNKNOWN;
    };
  }

  private static boolean isRefusal(String error) {
    return switch (error) {
      case "SEATS_NOT_AVAILABLE", "SEATS_NOT_HELD", "HOLD_TOKEN_EXPIRED" -> true;
      default -> false;
    };
  }
}

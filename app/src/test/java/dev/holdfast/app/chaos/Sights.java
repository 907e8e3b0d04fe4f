package dev.holdfast.app.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.history.Sight;
import dev.holdfast.app.history.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What v1's answers say of objects. */
final class Sights {
  private Sights() {}

  /** Of one object, or of a list. */
  static List<Sight> held(JsonNode body) {
    List<Sight> sights = new ArrayList<>();
    if (body.has("held")) {
      body.path("held").forEach(each -> sights.add(object(each)));
    } else {
      sights.add(object(body));
    }
    return sights;
  }

  static List<Sight> extended(JsonNode body, String token) {
    List<Sight> sights = failed(body);
    for (JsonNode each : body.path("extended")) {
      Instant until = time(each, "holdExpiresAt");
      sights.add(new Sight(label(each), version(each), Standing.HELD, token, 1, until, null));
    }
    return sights;
  }

  /** In v1 a list; in tmt an object by label. */
  static List<Sight> booked(JsonNode body, String token) {
    List<Sight> sights = new ArrayList<>();
    for (JsonNode each : body.path("booked")) {
      Instant at = time(each, "bookedAt");
      sights.add(
          new Sight(label(each), version(each), Standing.BOOKED, token, quantity(each), null, at));
    }
    for (JsonNode each : body.path("data").path("results").path("assigned").path("objects")) {
      String label = each.path("label").asText();
      sights.add(
          new Sight(
              label,
              version(each),
              Standing.BOOKED,
              token,
              each.path("numBooked").asInt(1),
              null,
              null));
    }
    return sights;
  }

  static List<Sight> released(JsonNode body) {
    Instant at = time(body, "releasedAt");
    List<Sight> sights = new ArrayList<>();
    for (JsonNode each : body.path("released")) {
      sights.add(Sight.free(label(each), version(each), at));
    }
    return sights;
  }

  static List<Sight> failed(JsonNode body) {
    List<Sight> sights = new ArrayList<>();
    JsonNode failed = body.has("failed") ? body.path("failed") : body.path("data").path("failed");
    for (JsonNode each : failed) {
      sights.add(Sight.unsaid(label(each), version(each)));
    }
    return sights;
  }

  /** Everything that is not free. */
  static List<Sight> status(JsonNode body) {
    List<Sight> sights = new ArrayList<>();
    body.path("objects").forEach(each -> sights.add(object(each)));
    return sights;
  }

  private static Sight object(JsonNode object) {
    return new Sight(
        label(object),
        version(object),
        standing(object.path("status").asText()),
        text(object, "holdToken"),
        quantity(object),
        time(object, "holdExpiresAt"),
        null);
  }

  static Standing standing(String word) {
    return switch (word) {
      case "free" -> Standing.FREE;
      case "held" -> Standing.HELD;
      case "booked" -> Standing.BOOKED;
      default -> throw new IllegalArgumentException("nobody knows " + word);
    };
  }

  static String label(JsonNode object) {
    return object.path("objectLabel").asText();
  }

  static long version(JsonNode object) {
    if (!object.path("version").isIntegralNumber()) {
      throw new IllegalArgumentException("an object without a version: " + object);
    }
    return object.path("version").asLong();
  }

  static int quantity(JsonNode object) {
    return object.path("quantity").asInt(1);
  }

  static @Nullable String text(JsonNode object, String member) {
    return object.path(member).isTextual() ? object.path(member).asText() : null;
  }

  static @Nullable Instant time(JsonNode object, String member) {
    String text = text(object, member);
    return text == null ? null : Instant.parse(text);
  }
}

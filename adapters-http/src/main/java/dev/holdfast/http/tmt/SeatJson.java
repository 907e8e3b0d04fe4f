package dev.holdfast.http.tmt;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.reservation.Extension;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.reservation.Released;
import dev.holdfast.domain.reservation.TakenObject;
import dev.holdfast.http.json.Timestamps;
import dev.holdfast.http.tmt.SeatRequests.Asked;
import dev.holdfast.http.tmt.SeatRequests.Longer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was done to seats, as tmt tells it; each writes the members of {@code data}. */
final class SeatJson {
  private static final String HELD = "reservedByToken";

  private SeatJson() {}

  /** The held objects and the new token, inside the hold and beside it. */
  static void held(JsonGenerator json, SeatObjects objects, List<HeldObject> held, Duration life)
      throws IOException {
    String token = held.getFirst().token().value();
    Instant until = held.stream().map(HeldObject::until).min(Instant::compareTo).orElseThrow();
    json.writeObjectFieldStart("hold");
    json.writeObjectFieldStart("objects");
    for (HeldObject each : held) {
      json.writeObjectFieldStart(each.object());
      objects.write(json, each.object(), HELD, each.version());
      if (each.area()) {
        json.writeNumberField("quantity", each.quantity());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    token(json, token, until, life);
    json.writeEndObject();
    token(json, token, until, life);
  }

  private static void token(JsonGenerator json, String token, Instant until, Duration life)
      throws IOException {
    json.writeObjectFieldStart("hold_token");
    json.writeStringField("token", token);
    json.writeStringField("holdToken", token);
    json.writeStringField("expiresAt", Timestamps.text(until));
    json.writeNumberField("expiresInSeconds", life.toSeconds());
    json.writeEndObject();
  }

  /**
   * The objects with their deadlines, and the token with the earliest of them, which is nearer than
   * was asked for when the token would outlive its two hours.
   */
  static void extended(JsonGenerator json, SeatObjects objects, Longer asked, Extension extension)
      throws IOException {
    Optional<Instant> earliest =
        extension.extended().stream().map(Extension.Extended::until).min(Instant::compareTo);
    json.writeObjectFieldStart("extend");
    json.writeObjectFieldStart("objects");
    for (Extension.Extended each : extension.extended()) {
      json.writeObjectFieldStart(each.object());
      objects.write(json, each.object(), HELD, each.version());
      json.writeStringField("expiresAt", Timestamps.text(each.until()));
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
    String token = asked.token().token().value();
    Instant until = extension.tokenUntil().or(() -> earliest).orElseThrow();
    token(json, token, until, Duration.between(extension.at(), until));
  }

  /** Results by kind, in the order of the request, and how many entries there were of each. */
  static void booked(JsonGenerator json, SeatObjects objects, Asked asked, List<TakenObject> taken)
      throws IOException {
    List<String> labels = asked.labels().stream().distinct().toList();
    json.writeObjectFieldStart("results");
    if (labels.isEmpty()) {
      json.writeNullField("assigned");
    } else {
      json.writeObjectFieldStart("assigned");
      json.writeObjectFieldStart("objects");
      for (String label : labels) {
        assigned(json, objects, label, asked, taken);
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeArrayFieldStart("ga");
    for (SeatEntry.Places each : asked.places()) {
      places(json, objects, each, taken);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeStringField("event_id", asked.event());
    json.writePOJOField("hold_token", asked.needed().echo());
    json.writeObjectFieldStart("summary");
    json.writeNumberField("assigned", asked.labels().size());
    json.writeNumberField("ga", asked.places().size());
    json.writeNumberField("total", asked.entries().size());
    json.writeEndObject();
  }

  /** A seat, or an area of which everything that was held is booked. */
  private static void assigned(
      JsonGenerator json, SeatObjects objects, String label, Asked asked, List<TakenObject> taken)
      throws IOException {
    List<TakenObject> mine = taken.stream().filter(each -> each.object().equals(label)).toList();
    json.writeObjectFieldStart(label);
    objects.write(json, label, "booked", version(mine));
    if (mine.stream().anyMatch(TakenObject::area)) {
      // What entries of the same request took beside it is told with them.
      int beside =
          asked.places().stream()
              .filter(each -> each.area().equals(label))
              .mapToInt(SeatEntry.Places::quantity)
              .sum();
      int places = mine.stream().mapToInt(TakenObject::quantity).sum();
      json.writeNumberField("numBooked", places - beside);
    }
    json.writeEndObject();
  }

  private static void places(
      JsonGenerator json, SeatObjects objects, SeatEntry.Places entry, List<TakenObject> taken)
      throws IOException {
    List<TakenObject> mine =
        taken.stream().filter(each -> each.object().equals(entry.area())).toList();
    json.writeStartObject();
    json.writeStringField("objectId", entry.area());
    json.writeNumberField("quantity", entry.quantity());
    json.writeObjectFieldStart("result");
    json.writeObjectFieldStart("objects");
    json.writeObjectFieldStart(entry.area());
    objects.write(json, entry.area(), "booked", version(mine));
    json.writeNumberField("numBooked", entry.quantity());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static long version(List<TakenObject> taken) {
    return taken.stream().mapToLong(TakenObject::version).max().orElse(0);
  }

  /** What is free now; what was named and left as it is, is named beside it. */
  static void released(JsonGenerator json, SeatObjects objects, Asked asked, Released released)
      throws IOException {
    json.writeObjectFieldStart("release");
    json.writeObjectFieldStart("objects");
    for (Released.ReleasedObject each : released.objects()) {
      if (each.quantity() > 0) {
        json.writeObjectFieldStart(each.object());
        objects.write(json, each.object(), "free", each.version());
        if (each.area()) {
          json.writeNumberField("quantity", each.quantity());
        }
        json.writeEndObject();
      }
    }
    json.writeEndObject();
    json.writeArrayFieldStart("ignored");
    for (String each : ignored(asked, released)) {
      json.writeString(each);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeStringField("event_id", asked.event());
  }

  private static List<String> ignored(Asked asked, Released released) {
    List<String> freed =
        released.objects().stream()
            .filter(each -> each.quantity() > 0)
            .map(Released.ReleasedObject::object)
            .toList();
    return asked.entries().stream()
        .map(each ->
            switch (each) {
              case SeatEntry.Seat(String label) -> label;
              case SeatEntry.Places(String area, int _) -> area;
            })
        .distinct()
        .filter(each -> !freed.contains(each))
        .toList();
  }

  static void expired(JsonGenerator json, SentToken token) throws IOException {
    json.writePOJOField("hold_token", token.echo());
    json.writeBooleanField("expired", true);
  }
}

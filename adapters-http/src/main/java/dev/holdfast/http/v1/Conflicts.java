package dev.holdfast.http.v1;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Envelope;
import java.io.IOException;
import java.util.List;

/**
 * 409 about objects. Booking and releasing answer a pair of {@code error} and {@code failed} as
 * SeatBuilder does; holding puts the pair beside the envelope.
 */
final class Conflicts {
  private static final int CONFLICT = 409;

  private Conflicts() {}

  static Answer hold(List<Refusal> reasons) {
    String text = "One or more seats could not be held";
    return Answer.json(
        CONFLICT,
        json -> {
          json.writeStartObject();
          Envelope.head(json, CONFLICT, text);
          json.writeStringField("error", text);
          failed(json, reasons);
          json.writeEndObject();
        });
  }

  static Answer tokenLimit(Refusal.TokenLimit refusal) {
    String text = "A hold token holds at most " + refusal.limit() + " objects";
    return limit(text, "token_limit", refusal.objects());
  }

  static Answer keyLimit(Refusal.KeyLimit refusal) {
    String text = "At most " + refusal.limit() + " objects of an event are held through one key";
    return limit(text, "key_limit", refusal.objects());
  }

  /** Names what was asked for: any of it was one too many. */
  private static Answer limit(
      String text, String reason, List<Refusal.TokenLimit.Versioned> objects) {
    return Answer.json(
        CONFLICT,
        json -> {
          json.writeStartObject();
          Envelope.head(json, CONFLICT, text);
          json.writeStringField("error", text);
          json.writeArrayFieldStart("failed");
          for (Refusal.TokenLimit.Versioned each : objects) {
            entry(json, each.object(), reason, each.version());
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  static Answer book(List<Refusal> reasons) {
    List<String> theirs =
        reasons.stream()
            .filter(each -> each instanceof Refusal.NotHeldByToken lost && lost.takenByToken())
            .map(each -> ((Refusal.NotHeldByToken) each).object())
            .toList();
    return Answer.json(
        CONFLICT,
        json -> {
          json.writeStartObject();
          json.writeStringField("error", "One or more seats are no longer held by this token");
          failed(json, reasons);
          if (!theirs.isEmpty()) {
            json.writeArrayFieldStart("bookedByThisToken");
            for (String label : theirs) {
              json.writeString(label);
            }
            json.writeEndArray();
          }
          json.writeEndObject();
        });
  }

  static Answer release(List<Refusal> reasons) {
    return Answer.json(
        CONFLICT,
        json -> {
          json.writeStartObject();
          json.writeStringField("error", "One or more seats could not be released");
          failed(json, reasons);
          json.writeEndObject();
        });
  }

  /** The offending objects, in the order of the request. */
  static void failed(JsonGenerator json, List<? extends Refusal> reasons) throws IOException {
    json.writeArrayFieldStart("failed");
    for (Refusal reason : reasons) {
      switch (reason) {
        case Refusal.AlreadyTaken(String object, long version) ->
            entry(json, object, "already_booked", version);
        case Refusal.AlreadyHeld(String object, long version) ->
            entry(json, object, "already_held", version);
        case Refusal.InsufficientCapacity(String object, long version, _) ->
            entry(json, object, "insufficient_capacity", version);
        case Refusal.StatusNotAllowed(String object, long version, _) ->
            entry(json, object, "status_not_allowed", version);
        case Refusal.NotForSale(String object, long version) ->
            entry(json, object, "not_for_sale", version);
        case Refusal.NotHeldByToken(String object, long version, _) ->
            entry(json, object, "not_held_by_token", version);
        case Refusal.NotFoundOrFree(String object, long version) ->
            entry(json, object, "not_found_or_free", version);
        case Refusal.UnknownEvent _, Refusal.UnknownChart _, Refusal.UnknownWorkspace _ -> {}
        case Refusal.UnknownWebhook _, Refusal.UnknownDelivery _, Refusal.TooManyWebhooks _ -> {}
        case Refusal.UnacceptableUrl _, Refusal.NoSecretKey _, Refusal.AheadOfJournal _ -> {}
        case Refusal.UnfitWorkspace _ -> {}
        case Refusal.UnknownKey _, Refusal.ChartNotPublished _, Refusal.EventKeyTaken _ -> {}
        case Refusal.ChartInUse _, Refusal.UnpublishableLayout _, Refusal.UnknownObject _ -> {}
        case Refusal.UnusableTag _, Refusal.TooManyTags _ -> {}
        case Refusal.UnknownChannel _, Refusal.ChannelKeyTaken _ -> {}
        case Refusal.TooManyChannels _, Refusal.TooManyLabels _, Refusal.EditsExhausted _ -> {}
        case Refusal.NotASeat _, Refusal.NotAnArea _, Refusal.CategoryMismatch _ -> {}
        case Refusal.AllPlacesNotConfirmed _, Refusal.ExtraDataTooLarge _ -> {}
        case Refusal.NothingAvailable _ -> {}
        case Refusal.TokenOver _, Refusal.TokenLimit _, Refusal.KeyLimit _ -> {}
        case Refusal.TooScattered _ -> {}
      }
    }
    json.writeEndArray();
  }

  private static void entry(JsonGenerator json, String object, String reason, long version)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("objectLabel", object);
    json.writeStringField("reason", reason);
    json.writeNumberField("version", version);
    json.writeEndObject();
  }
}

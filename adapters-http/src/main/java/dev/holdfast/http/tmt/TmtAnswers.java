package dev.holdfast.http.tmt;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.http.memory.Compressed;
import dev.holdfast.http.memory.PackedJson;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Repeats;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Outcomes as tmt answers: {@code {message, status, data}}. Whatever the engine refuses is a 400
 * (section 8).
 */
final class TmtAnswers {
  private static final int REFUSED = 400;

  private TmtAnswers() {}

  /** 200 with these members of {@code data}. */
  static Answer ok(String message, Members data) {
    return Answer.ok(json -> write(json, 200, message, data));
  }

  /**
   * The same where it may be large: callers at the same time share it.
   *
   * @param question all that it depends on, compared by {@code equals}
   */
  static Answer large(SharedAnswers answers, Object question, String message, Members data) {
    return of(
        answers.answer(
            question,
            () ->
                Outcome.accepted(
                    Compressed.timeless(
                        PackedJson.compress(json -> write(json, 200, message, data))))),
        Answer::packed);
  }

  /**
   * An error.
   *
   * @param more members of {@code data} beside {@code valido} and {@code error}
   */
  static Answer error(int status, String message, String error, Members more) {
    return Answer.json(
        status,
        json ->
            write(
                json,
                status,
                message,
                data -> {
                  data.writeBooleanField("valido", false);
                  data.writeStringField("error", error);
                  more.writeTo(data);
                }));
  }

  private static void write(JsonGenerator json, int status, String message, Members data)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("message", message);
    json.writeNumberField("status", status);
    json.writeObjectFieldStart("data");
    data.writeTo(json);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The answer to an outcome. */
  static <T> Answer of(Outcome<T> outcome, Function<T, Answer> accepted) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T answer) -> accepted.apply(answer);
      case Outcome.Refused<T>(List<Refusal> reasons) -> refused(reasons);
      case Outcome.Repeated<T>(Repeat repeat) -> Repeats.answer(repeat);
    };
  }

  /** The answer to a refusal: told by the weightiest reason, naming every object concerned. */
  static Answer refused(List<Refusal> reasons) {
    Refusal first = reasons.getFirst();
    return error(
        REFUSED,
        message(first),
        error(first),
        json -> {
          List<Failed> failed = reasons.stream().flatMap(each -> failed(each).stream()).toList();
          if (!failed.isEmpty()) {
            json.writeArrayFieldStart("failed");
            for (Failed each : failed) {
              each.write(json);
            }
            json.writeEndArray();
          }
        });
  }

  /** An object that stands in the way, and why. */
  private record Failed(String object, String reason, long version) {
    void write(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField("objectLabel", object);
      json.writeStringField("reason", reason);
      json.writeNumberField("version", version);
      json.writeEndObject();
    }
  }

  private static Optional<Failed> failed(Refusal refusal) {
    return switch (refusal) {
      case Refusal.AlreadyTaken(String object, long version) ->
          Optional.of(new Failed(object, "already_booked", version));
      case Refusal.AlreadyHeld(String object, long version) ->
          Optional.of(new Failed(object, "already_held", version));
      case Refusal.InsufficientCapacity(String object, long version, _) ->
          Optional.of(new Failed(object, "insufficient_capacity", version));
      case Refusal.StatusNotAllowed(String object, long version, _) ->
          Optional.of(new Failed(object, "status_not_allowed", version));
      case Refusal.NotForSale(String object, long version) ->
          Optional.of(new Failed(object, "not_for_sale", version));
      case Refusal.NotHeldByToken(String object, long version, _) ->
          Optional.of(new Failed(object, "not_held_by_token", version));
      case Refusal.NotFoundOrFree(String object, long version) ->
          Optional.of(new Failed(object, "not_found_or_free", version));
      case Refusal.UnknownObject(String object) -> Optional.of(new Failed(object, "not_found", 0));
      case Refusal.NotASeat(String object) -> Optional.of(new Failed(object, "not_a_seat", 0));
      case Refusal.NotAnArea(String object) -> Optional.of(new Failed(object, "not_an_area", 0));
      case Refusal.AllPlacesNotConfirmed(String object) ->
          Optional.of(new Failed(object, "quantity_required", 0));
      case Refusal.ExtraDataTooLarge(String object, _) ->
          Optional.of(new Failed(object, "extra_data_too_large", 0));
      case Refusal.UnknownEvent _, Refusal.UnknownChart _, Refusal.UnknownWorkspace _ ->
          Optional.empty();
      case Refusal.UnknownKey _, Refusal.UnknownWebhook _, Refusal.UnknownDelivery _ ->
          Optional.empty();
      case Refusal.UnacceptableUrl _, Refusal.NoSecretKey _, Refusal.AheadOfJournal _ ->
          Optional.empty();
      case Refusal.ChartNotPublished _, Refusal.EventKeyTaken _, Refusal.ChartInUse _ ->
          Optional.empty();
      case Refusal.UnpublishableLayout _, Refusal.CategoryMismatch _, Refusal.TokenOver _ ->
          Optional.empty();
      case Refusal.TooManyWebhooks _, Refusal.UnfitWorkspace _ -> Optional.empty();
      case Refusal.NothingAvailable _ -> Optional.empty();
      case Refusal.TokenLimit _, Refusal.KeyLimit _ -> Optional.empty();
      case Refusal.TooScattered(String object, _) ->
          Optional.of(new Failed(object, "too_scattered", 0));
      case Refusal.UnusableTag _, Refusal.TooManyTags _ -> Optional.empty();
      case Refusal.UnknownChannel _, Refusal.ChannelKeyTaken _ -> Optional.empty();
      case Refusal.TooManyChannels _, Refusal.TooManyLabels _, Refusal.EditsExhausted _ ->
          Optional.empty();
    };
  }

  private static String error(Refusal refusal) {
    return switch (refusal) {
      case Refusal.UnknownEvent _ -> "EVENT_NOT_FOUND";
      case Refusal.UnknownChart _ -> "CHART_NOT_FOUND";
      case Refusal.ChartNotPublished _ -> "CHART_NOT_PUBLISHED";
      case Refusal.EventKeyTaken _ -> "EVENT_ALREADY_EXISTS";
      case Refusal.UnknownObject _ -> "SEATS_NOT_FOUND";
      case Refusal.NotASeat _, Refusal.NotAnArea _, Refusal.AllPlacesNotConfirmed _ ->
          "INVALID_SEATS";
      case Refusal.TokenOver _ -> "HOLD_TOKEN_EXPIRED";
      case Refusal.TokenLimit _ -> "TOKEN_LIMIT";
      case Refusal.KeyLimit _ -> "KEY_LIMIT";
      case Refusal.TooScattered _ -> "TOO_SCATTERED";
      case Refusal.ExtraDataTooLarge _ -> "EXTRA_DATA_TOO_LARGE";
      case Refusal.UnusableTag _, Refusal.TooManyTags _ -> "INVALID_TAGS";
      case Refusal.AlreadyTaken _, Refusal.AlreadyHeld _, Refusal.InsufficientCapacity _ ->
          "SEATS_NOT_AVAILABLE";
      case Refusal.StatusNotAllowed _, Refusal.NothingAvailable _ -> "SEATS_NOT_AVAILABLE";
      case Refusal.NotForSale _ -> "SEATS_NOT_FOR_SALE";
      case Refusal.NotHeldByToken _, Refusal.NotFoundOrFree _ -> "SEATS_NOT_HELD";
      case Refusal.UnknownWorkspace _, Refusal.UnknownKey _, Refusal.UnknownWebhook _ -> "REFUSED";
      case Refusal.UnknownDelivery _, Refusal.UnacceptableUrl _, Refusal.NoSecretKey _ -> "REFUSED";
      case Refusal.AheadOfJournal _, Refusal.ChartInUse _, Refusal.CategoryMismatch _ -> "REFUSED";
      case Refusal.UnpublishableLayout _, Refusal.TooManyWebhooks _ -> "REFUSED";
      case Refusal.UnfitWorkspace _ -> "REFUSED";
      case Refusal.UnknownChannel _, Refusal.ChannelKeyTaken _ -> "REFUSED";
      case Refusal.TooManyChannels _, Refusal.TooManyLabels _, Refusal.EditsExhausted _ ->
          "REFUSED";
    };
  }

  private static String message(Refusal refusal) {
    return switch (refusal) {
      case Refusal.UnknownEvent _ -> "El evento no existe";
      case Refusal.UnknownChart _ -> "El chart no existe";
      case Refusal.ChartNotPublished _ -> "El chart no está publicado";
      case Refusal.EventKeyTaken _ -> "El evento ya existe";
      case Refusal.UnknownObject(String object) -> "El asiento " + object + " no existe";
      case Refusal.NotASeat(String object) ->
          object + " es un área general: indique objectId y quantity";
      case Refusal.NotAnArea(String object) -> object + " no es un área general";
      case Refusal.AllPlacesNotConfirmed(String object) ->
          object + " es un área general: sin hold_token indique objectId y quantity";
      case Refusal.TokenOver _ -> "El hold token no existe o ha expirado";
      case Refusal.TokenLimit(int limit, _) ->
          "Un hold token retiene como máximo " + limit + " asientos";
      case Refusal.KeyLimit(int limit, _) ->
          "Con una misma clave se retienen como máximo " + limit + " asientos de un evento";
      case Refusal.TooScattered(String object, int limit) ->
          object + " tiene más de " + limit + " retenciones y ventas por liberar";
      case Refusal.ExtraDataTooLarge(String object, int limit) ->
          "extra_data de " + object + " supera " + limit + " bytes";
      case Refusal.UnusableTag _ -> "Hay una etiqueta que no es válida";
      case Refusal.TooManyTags _ -> "El chart tendría demasiadas etiquetas";
      case Refusal.AlreadyTaken(String object, _) -> "El asiento " + object + " no está disponible";
      case Refusal.AlreadyHeld(String object, _) -> "El asiento " + object + " no está disponible";
      case Refusal.InsufficientCapacity(String object, _, int free) ->
          "En " + object + " quedan " + free + " plazas";
      case Refusal.StatusNotAllowed(String object, _, _) ->
          "El asiento " + object + " no está disponible";
      case Refusal.NotForSale(String object, _) -> "El asiento " + object + " no está a la venta";
      case Refusal.NothingAvailable _ -> "No quedan asientos disponibles";
      case Refusal.NotHeldByToken(String object, _, _) ->
          "El asiento " + object + " no está retenido por este hold token";
      case Refusal.NotFoundOrFree(String object, _) ->
          "El asiento " + object + " no está retenido ni reservado";
      case Refusal.UnknownWorkspace _, Refusal.UnknownKey _, Refusal.UnknownWebhook _ ->
          "La petición fue rechazada";
      case Refusal.UnknownDelivery _, Refusal.UnacceptableUrl _, Refusal.NoSecretKey _ ->
          "La petición fue rechazada";
      case Refusal.AheadOfJournal _, Refusal.ChartInUse _, Refusal.CategoryMismatch _ ->
          "La petición fue rechazada";
      case Refusal.UnpublishableLayout _, Refusal.TooManyWebhooks _ -> "La petición fue rechazada";
      case Refusal.UnfitWorkspace _ -> "La petición fue rechazada";
      case Refusal.UnknownChannel _, Refusal.ChannelKeyTaken _ -> "La petición fue rechazada";
      case Refusal.TooManyChannels _, Refusal.TooManyLabels _, Refusal.EditsExhausted _ ->
          "La petición fue rechazada";
    };
  }
}

package dev.holdfast.http.tmt;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.http.json.DotPath;
import dev.holdfast.http.json.Wording;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Fault;
import dev.holdfast.http.route.Fault.Kind;
import dev.holdfast.http.route.FaultShape;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a request, in the error body of this dialect (section 1). A store that cannot
 * be reached is a 500 (section 8), with {@code Retry-After}.
 */
final class TmtFaults implements FaultShape {
  private static final int INVALID = 400;

  private static final String NO_DATA = "El cuerpo debe incluir \"data\"";

  /** The body as a whole, as {@link DotPath#ROOT} is told. */
  private static final String ROOT = "_root";

  @Override
  public Answer shape(Answer answer) {
    Fault fault = answer.fault();
    if (fault == null) {
      return answer;
    }
    int status = fault.kind() == Kind.STORE_AWAY ? 500 : answer.status();
    Answer shaped =
        fault.errors().isEmpty()
            ? TmtAnswers.error(
                status, message(status, fault), error(status, fault), json -> incident(json, fault))
            : invalid(fault.errors());
    for (Map.Entry<String, String> header : answer.headers().entrySet()) {
      shaped = shaped.with(header.getKey(), header.getValue());
    }
    return shaped;
  }

  private static String message(int status, Fault fault) {
    return switch (fault.kind()) {
      case STORE_AWAY -> "El almacén de datos no está disponible; no se ha cambiado nada";
      case OUTCOME_UNKNOWN ->
          "No se sabe si el cambio se hizo: consulte el estado antes de repetirlo";
      case PLAIN, NO_WORKSPACE -> TmtText.ofStatus(status);
    };
  }

  private static String error(int status, Fault fault) {
    return switch (fault.kind()) {
      case STORE_AWAY -> "STORE_UNAVAILABLE";
      case OUTCOME_UNKNOWN -> "OUTCOME_UNKNOWN";
      case PLAIN, NO_WORKSPACE -> TmtText.error(status);
    };
  }

  private static void incident(JsonGenerator json, Fault fault) throws IOException {
    if (fault.incident() != null) {
      json.writeStringField("incident", fault.incident());
    }
  }

  /** Whether a body is missing, or is no object that could have data. */
  private static boolean isNoData(String problemOfBody) {
    return problemOfBody.equals(Wording.REQUIRED) || problemOfBody.startsWith("Expected object");
  }

  private static Answer invalid(Map<String, List<String>> errors) {
    Map.Entry<String, List<String>> first = errors.entrySet().iterator().next();
    String text = first.getValue().getFirst();
    String message =
        switch (first.getKey()) {
          case "data" -> NO_DATA;
          case ROOT -> isNoData(text) ? NO_DATA : "El cuerpo " + TmtText.ofMember(text);
          default -> first.getKey() + " " + TmtText.ofMember(text);
        };
    return TmtAnswers.error(
        INVALID,
        message,
        "INVALID_REQUEST",
        json -> {
          json.writeObjectFieldStart("errors");
          for (Map.Entry<String, List<String>> each : errors.entrySet()) {
            json.writeArrayFieldStart(each.getKey());
            for (String problem : each.getValue()) {
              json.writeString(TmtText.ofMember(problem));
            }
            json.writeEndArray();
          }
          json.writeEndObject();
        });
  }
}

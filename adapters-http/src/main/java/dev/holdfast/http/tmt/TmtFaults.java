package dev.holdfast.http.tmt;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.http.json.DotPath;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Fault;
import dev.holdfast.http.route.FaultShape;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a request, in the error body of this dialect (section 1). A store that cannot
 * be reached is a 500 (section 8), with {@code Retry-After}.
 */
final class TmtFaults implements FaultShape {
  @Override
  public Answer shape(Answer answer) {
    Fault fault = answer.fault();
    if (fault == null) {
      return answer;
    }
    int status = fault.storeAway() ? 500 : answer.status();
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
    if (fault.storeAway()) {
      return "El almacén de datos no está disponible; no se ha cambiado nada";
    }
    return outcomeUnknown(fault)
        ? "No se sabe si el cambio se hizo: consulte el estado antes de repetirlo"
        : TmtText.ofStatus(status);
  }

  private static String error(int status, Fault fault) {
    if (fault.storeAway()) {
      return "STORE_UNAVAILABLE";
    }
    return outcomeUnknown(fault) ? "OUTCOME_UNKNOWN" : TmtText.error(status);
  }

  private static boolean outcomeUnknown(Fault fault) {
    return fault.message().startsWith("outcome_unknown");
  }

  private static void incident(JsonGenerator json, Fault fault) throws IOException {
    if (fault.incident() != null) {
      json.writeStringField("incident", fault.incident());
    }
  }

  private static Answer invalid(Map<String, List<String>> errors) {
    Map.Entry<String, List<String>> first = errors.entrySet().iterator().next();
    String message =
        isEnvelope(first)
            ? "El cuerpo debe incluir \"data\""
            : first.getKey() + " " + TmtText.ofMember(first.getValue().getFirst());
    return TmtAnswers.error(
        400,
        message,
        "INVALID_REQUEST",
        json -> {
          json.writeObjectFieldStart("errors");
          for (Map.Entry<String, List<String>> each : errors.entrySet()) {
            json.writeArrayFieldStart(each.getKey());
            for (String text : each.getValue()) {
              json.writeString(TmtText.ofMember(text));
            }
            json.writeEndArray();
          }
          json.writeEndObject();
        });
  }

  /** Whether it is the envelope that is missing, or no object. */
  private static boolean isEnvelope(Map.Entry<String, List<String>> problem) {
    return problem.getKey().equals("data") || problem.getKey().equals(DotPath.ROOT.toString());
  }
}

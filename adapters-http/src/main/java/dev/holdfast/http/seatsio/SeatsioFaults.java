package dev.holdfast.http.seatsio;

import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Fault;
import dev.holdfast.http.route.FaultShape;
import dev.holdfast.http.seatsio.SeatsioAnswers.ErrorItem;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a request, in the error body of this dialect (section 3). A key that is
 * missing, unknown or may not is answered without a body.
 */
final class SeatsioFaults implements FaultShape {
  @Override
  public Answer shape(Answer answer) {
    Fault fault = answer.fault();
    if (fault == null) {
      return answer;
    }
    Answer shaped = shaped(answer.status(), fault);
    for (Map.Entry<String, String> header : answer.headers().entrySet()) {
      shaped = shaped.with(header.getKey(), header.getValue());
    }
    return shaped;
  }

  /** Each tells the number of its request. */
  @Override
  public boolean isEachUnique() {
    return true;
  }

  private static Answer shaped(int status, Fault fault) {
    return switch (status) {
      case 401 -> new Answer(status, Map.of("WWW-Authenticate", CHALLENGE), new Answer.Nothing());
      case 403 -> new Answer(status, Map.of(), new Answer.Nothing());
      default -> SeatsioAnswers.errors(status, errors(status, fault), fault.incident());
    };
  }

  private static final String CHALLENGE = "Basic realm=\"Holdfast\", charset=\"UTF-8\"";

  private static List<ErrorItem> errors(int status, Fault fault) {
    return fault.errors().isEmpty()
        ? List.of(error(status, fault))
        : fault.errors().entrySet().stream()
            .flatMap(each ->
                each.getValue().stream()
                    .map(text ->
                        new ErrorItem("GENERAL_ERROR", SeatsioText.of(each.getKey(), text))))
            .toList();
  }

  private static ErrorItem error(int status, Fault fault) {
    return switch (fault.kind()) {
      case PLAIN, STORE_AWAY -> SeatsioText.ofStatus(status, fault.message());
      case NO_WORKSPACE -> new ErrorItem("WORKSPACE_NOT_FOUND", fault.message());
      case OUTCOME_UNKNOWN ->
          new ErrorItem(
              "OUTCOME_UNKNOWN",
              "The change may or may not have been made; read the status before trying again");
    };
  }
}

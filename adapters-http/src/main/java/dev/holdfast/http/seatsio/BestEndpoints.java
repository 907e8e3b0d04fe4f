package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.choice.Adjacency;
import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.Chosen;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.BestRequest;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The best available objects, chosen and changed in one (section 17). */
final class BestEndpoints {
  private final SeatsioUseCases use;
  private final ChangedObjects infos;

  BestEndpoints(SeatsioUseCases use, ChangedObjects infos) {
    this.use = use;
    this.infos = infos;
  }

  /** Whether a change of status leaves the choice to the house. */
  static boolean isAsked(Call call) {
    return call.sentBody().filter(body -> isSent(body.get(BestRequests.BEST))).isPresent();
  }

  private static boolean isSent(@Nullable JsonNode best) {
    return best != null && !best.isNull();
  }

  /** {@code POST /events/{eventKey}/actions/change-object-status}, of those that are chosen. */
  Answer change(Call call) {
    BodyReader body = SeatsioBody.of(call);
    String key = call.path("eventKey");
    Names names = Names.event(call, key);
    Optional<BodyReader> best = body.optionalObject(BestRequests.BEST);
    body.check();
    Optional<BestRequest> request = BestRequests.of(body, best.orElseThrow());
    return switch (use.events().find(call.workspace(), key)) {
      case Outcome.Accepted<Event>(Event event) -> change(call, event, request, names);
      case Outcome.Refused<Event>(List<Refusal> reasons) -> SeatsioAnswers.refused(reasons, names);
      case Outcome.Repeated<Event> _ ->
          throw new IllegalStateException("a look-up is not repeated");
    };
  }

  private Answer change(Call call, Event event, Optional<BestRequest> request, Names names) {
    if (request.isEmpty()) {
      return SeatsioAnswers.refused(List.of(new Refusal.NothingAvailable()), names);
    }
    // Read before anything is done: a fault of reading must never answer for what was done.
    ChangedObjects.Ready ready = infos.ready(List.of(event));
    return call.<Chosen>once(
        once ->
            use.reservations()
                .changeBest(event, request.get(), call.origin(StatusEndpoints.DIALECT), once),
        outcome ->
            SeatsioAnswers.of(
                outcome, names, chosen -> Answer.ok(json -> write(json, event, chosen, ready))));
  }

  private static void write(
      JsonGenerator json, Event event, Chosen chosen, ChangedObjects.Ready ready)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("objects");
    for (String label : chosen.choice().objects()) {
      json.writeString(label);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("objectDetails");
    for (ChangedObject each : chosen.objects()) {
      Optional<ChangedObjects.Told> told = ready.told(event, each);
      if (told.isPresent()) {
        json.writeFieldName(each.object());
        told.get().write(json);
      }
    }
    json.writeEndObject();
    if (chosen.choice().adjacency() != Adjacency.UNTOLD) {
      json.writeBooleanField("nextToEachOther", chosen.choice().adjacency() == Adjacency.TOGETHER);
    }
    json.writeEndObject();
  }
}

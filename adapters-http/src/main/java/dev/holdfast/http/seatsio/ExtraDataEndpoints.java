package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.decision.Change;
import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.Wording;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What hangs on an event's objects, in place of what hung there before (section 12). */
final class ExtraDataEndpoints {
  private static final String EXTRA_DATA = "extraData";
  private static final String UPDATE = "/actions/update-extra-data";

  private final SeatsioUseCases use;

  private ExtraDataEndpoints(SeatsioUseCases use) {
    this.use = use;
  }

  /** The routes over these use cases. */
  static List<Route> routes(SeatsioUseCases use) {
    ExtraDataEndpoints endpoints = new ExtraDataEndpoints(use);
    return List.of(
        SeatsioRoutes.post("/events/{eventKey}/objects/{objectLabel}" + UPDATE, endpoints::one),
        SeatsioRoutes.post("/events/{eventKey}" + UPDATE, endpoints::several));
  }

  private Answer one(Call call) {
    BodyReader body = SeatsioBody.of(call);
    ExtraData data = body.require(EXTRA_DATA).extraData(EXTRA_DATA);
    body.check();
    return update(call, Map.of(call.path("objectLabel"), data));
  }

  private Answer several(Call call) {
    BodyReader body = SeatsioBody.of(call);
    Map<String, ExtraData> all = new LinkedHashMap<>();
    body.require(EXTRA_DATA).optionalObject(EXTRA_DATA).ifPresent(each -> read(each, all));
    body.check();
    return update(call, all);
  }

  private static void read(BodyReader objects, Map<String, ExtraData> all) {
    ObjectNode node = objects.node();
    if (node.isEmpty() || node.size() > Change.MAX_TARGETS) {
      boolean few = node.isEmpty();
      objects.problem(
          few ? Wording.atLeastElements(1) : Wording.atMostElements(Change.MAX_TARGETS));
      return;
    }
    node.fieldNames().forEachRemaining(label -> all.put(label, objects.extraData(label)));
  }

  private Answer update(Call call, Map<String, ExtraData> all) {
    String key = call.path("eventKey");
    Names names = Names.event(call, key);
    return switch (use.events().find(call.workspace(), key)) {
      case Outcome.Accepted<Event>(Event event) ->
          call.<List<ChangedObject>>once(
              once ->
                  use.reservations()
                      .annotate(event, all, call.origin(StatusEndpoints.DIALECT), once),
              outcome -> SeatsioAnswers.done(outcome, names));
      case Outcome.Refused<Event>(List<Refusal> reasons) -> SeatsioAnswers.refused(reasons, names);
      case Outcome.Repeated<Event> _ ->
          throw new IllegalStateException("a look-up is not repeated");
    };
  }
}

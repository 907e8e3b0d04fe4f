package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.StatusChange;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.seatsio.StatusRequests.Asked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Changing the status of objects (section 15). */
final class StatusEndpoints {
  static final String DIALECT = "seatsio";

  private static final String CHANGE = "/actions/change-object-status";
  private static final String EXPAND = "expand";

  private final SeatsioUseCases use;
  private final ChangedObjects infos;

  private StatusEndpoints(SeatsioUseCases use, ChangedObjects infos) {
    this.use = use;
    this.infos = infos;
  }

  /** The routes over these use cases. */
  static List<Route> routes(SeatsioUseCases use) {
    ChangedObjects infos = new ToldObjects(use.houses());
    StatusEndpoints endpoints = new StatusEndpoints(use, infos);
    BestEndpoints best = new BestEndpoints(use, infos);
    return List.of(
        SeatsioRoutes.post("/events/groups" + CHANGE, endpoints::group),
        SeatsioRoutes.post("/events" + CHANGE, endpoints::batch),
        SeatsioRoutes.post(
            "/events/{eventKey}" + CHANGE,
            call -> BestEndpoints.isAsked(call) ? best.change(call) : endpoints.ofEvent(call)));
  }

  /** {@code POST /events/groups/actions/change-object-status}. */
  Answer group(Call call) {
    Asked asked = StatusRequests.group(SeatsioBody.of(call));
    boolean expands = StatusRequests.expands(call.queries(EXPAND));
    return answer(call, List.of(asked), (objects, json) -> objects.getFirst().write(json), expands);
  }

  /** {@code POST /events/{eventKey}/actions/change-object-status}, of named objects. */
  Answer ofEvent(Call call) {
    Asked asked = StatusRequests.ofEvent(call.path("eventKey"), SeatsioBody.of(call));
    boolean expands = StatusRequests.expands(call.queries(EXPAND));
    return answer(call, List.of(asked), (objects, json) -> objects.getFirst().write(json), expands);
  }

  /** {@code POST /events/actions/change-object-status}. */
  Answer batch(Call call) {
    List<Asked> asked = StatusRequests.batch(SeatsioBody.of(call));
    return answer(
        call,
        asked,
        (objects, json) -> {
          json.writeStartObject();
          json.writeArrayFieldStart("results");
          for (ObjectsJson each : objects) {
            each.write(json);
          }
          json.writeEndArray();
          json.writeEndObject();
        },
        true);
  }

  /** The objects that one part of the request changed. */
  @FunctionalInterface
  private interface ObjectsJson {
    void write(JsonGenerator json) throws IOException;
  }

  @FunctionalInterface
  private interface Rendering {
    void write(List<ObjectsJson> parts, JsonGenerator json) throws IOException;
  }

  private Answer answer(Call call, List<Asked> asked, Rendering rendering, boolean expands) {
    Map<String, Event> events = new LinkedHashMap<>();
    for (Asked each : asked) {
      for (String key : each.events()) {
        if (events.containsKey(key)) {
          continue;
        }
        switch (use.events().find(call.workspace(), key)) {
          case Outcome.Accepted<Event>(Event event) -> events.put(key, event);
          case Outcome.Refused<Event>(List<Refusal> reasons) -> {
            return SeatsioAnswers.refused(reasons, Names.event(call, key));
          }
          case Outcome.Repeated<Event> _ ->
              throw new IllegalStateException("a look-up is not repeated");
        }
      }
    }
    List<StatusChange> changes = new ArrayList<>();
    for (Asked each : asked) {
      each.events()
          .forEach(key ->
              changes.add(
                  new StatusChange(Objects.requireNonNull(events.get(key)), each.request())));
    }
    Telling telling = new Telling(asked, changes, rendering, expands);
    Names names = Names.of(call);
    Reservations reservations = use.reservations();
    if (changes.size() == 1) {
      StatusChange only = changes.getFirst();
      return call.<List<ChangedObject>>once(
          once -> reservations.change(only.event(), only.request(), call.origin(DIALECT), once),
          outcome -> SeatsioAnswers.of(outcome, names, objects -> telling.of(List.of(objects))));
    }
    return call.<List<List<ChangedObject>>>once(
        once -> reservations.changeAll(changes, call.origin(DIALECT), once),
        outcome -> SeatsioAnswers.of(outcome, names, telling::of));
  }

  /** The answer to changes that were made. */
  private final class Telling {
    private final List<Asked> asked;
    private final List<StatusChange> changes;
    private final Rendering rendering;
    private final boolean expands;
    private final ChangedObjects.Ready ready;

    Telling(List<Asked> asked, List<StatusChange> changes, Rendering rendering, boolean expands) {
      this.asked = asked;
      this.changes = changes;
      this.rendering = rendering;
      this.expands = expands;
      // Read before anything is done: a fault of reading must never answer for what was done.
      this.ready = infos.ready(changes.stream().map(StatusChange::event).distinct().toList());
    }

    Answer of(List<List<ChangedObject>> changed) {
      if (!expands) {
        return Answer.done();
      }
      List<ObjectsJson> parts = new ArrayList<>();
      int at = 0;
      for (Asked each : asked) {
        int from = at;
        at += each.events().size();
        int to = at;
        parts.add(json -> write(json, changed, from, to));
      }
      return Answer.ok(json -> rendering.write(parts, json));
    }

    /** Of several events one entry a label: as the last of them has it. */
    private void write(JsonGenerator json, List<List<ChangedObject>> changed, int from, int to)
        throws IOException {
      Map<String, ChangedObjects.Told> last = new LinkedHashMap<>();
      for (int at = from; at < to; at++) {
        Event event = changes.get(at).event();
        for (ChangedObject each : changed.get(at)) {
          ready.told(event, each).ifPresent(told -> last.put(each.object(), told));
        }
      }
      json.writeStartObject();
      json.writeObjectFieldStart("objects");
      for (Map.Entry<String, ChangedObjects.Told> each : last.entrySet()) {
        json.writeFieldName(each.getKey());
        each.getValue().write(json);
      }
      json.writeEndObject();
      json.writeEndObject();
    }
  }
}

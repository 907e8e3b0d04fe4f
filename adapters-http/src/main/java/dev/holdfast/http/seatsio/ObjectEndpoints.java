package dev.holdfast.http.seatsio;

import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.json.JsonContent;
import dev.holdfast.http.memory.Compressed;
import dev.holdfast.http.memory.PackedJson;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.seatsio.report.EventObjects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** Some objects of an event, as they stand (section 18). */
final class ObjectEndpoints {
  private final Houses houses;
  private final Reservations reservations;
  private final SharedAnswers answers;

  private ObjectEndpoints(Houses houses, Reservations reservations, SharedAnswers answers) {
    this.houses = houses;
    this.reservations = reservations;
    this.answers = answers;
  }

  /** The routes over these houses and what is sold of them. */
  static List<Route> routes(Houses houses, Reservations reservations, SharedAnswers answers) {
    ObjectEndpoints endpoints = new ObjectEndpoints(houses, reservations, answers);
    return List.of(SeatsioRoutes.get("/events/{eventKey}/objects", endpoints::find));
  }

  private record Question(WorkspaceId workspace, String key, SequencedSet<String> labels) {}

  private Answer find(Call call) {
    String key = call.path("eventKey");
    SequencedSet<String> labels = new LinkedHashSet<>(call.queries("label"));
    Question question = new Question(call.workspace(), key, labels);
    return SeatsioAnswers.of(
        answers.answer(question, () -> read(question)), Names.event(call, key), Answer::packed);
  }

  private Outcome<Compressed> read(Question question) {
    return houses
        .ofEvent(question.workspace(), question.key())
        .flatMap(house -> {
          Optional<EventPicture> picture =
              reservations.picture(house.event().id(), question.labels());
          return picture.isEmpty()
              ? Outcome.refused(new Refusal.UnknownEvent())
              : told(new EventObjects(house, picture.get()), question.labels());
        });
  }

  /** Exactly those asked for, or none. */
  private static Outcome<Compressed> told(EventObjects objects, SequencedSet<String> labels) {
    Map<String, JsonContent> told = new LinkedHashMap<>();
    List<Refusal> unknown = new ArrayList<>();
    for (String label : labels) {
      objects
          .told(label)
          .ifPresentOrElse(
              content -> told.put(label, content),
              () -> unknown.add(new Refusal.UnknownObject(label)));
    }
    if (!unknown.isEmpty()) {
      return Outcome.refused(unknown);
    }
    return Outcome.accepted(
        Compressed.timeless(
            PackedJson.compress(json -> {
              json.writeStartObject();
              for (Map.Entry<String, JsonContent> each : told.entrySet()) {
                json.writeFieldName(each.getKey());
                each.getValue().writeTo(json);
              }
              json.writeEndObject();
            })));
  }
}

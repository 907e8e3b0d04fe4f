package dev.holdfast.app.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.history.Deed;
import dev.holdfast.app.history.StatusCall.Asked;
import dev.holdfast.app.v1.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of status as seats.io's dialect is asked for it, in one of its three forms, and its
 * answers.
 *
 * @param asked what is wanted in each event
 * @param batch whether each event has a part of its own in request and answer
 */
record StatusChangeBody(Asked asked, String path, ObjectNode json, boolean batch) {
  private static final String CHANGE = "/actions/change-object-status";
  private static final String EXPANDED = "?expand=objects";

  /**
   * Asks for a change.
   *
   * @param batch whether to ask for a part an event, where the objects are named
   */
  static StatusChangeBody of(Asked asked, List<Night> nights, boolean batch) {
    List<String> events = nights.stream().map(Night::event).toList();
    ObjectNode json = common(asked);
    if (asked.best()) {
      json.set(
          "bestAvailable",
          Json.object("number", asked.count(), "categories", List.of(Hall.WANTED)));
      return new StatusChangeBody(asked, "/events/" + events.getFirst() + CHANGE, json, false);
    }
    json.set("objects", Json.array(objects(asked).toArray()));
    if (!batch) {
      json.set("events", Json.array(events.toArray()));
      return new StatusChangeBody(asked, "/events/groups" + CHANGE + EXPANDED, json, false);
    }
    List<ObjectNode> parts =
        events.stream().map(event -> json.deepCopy().put("event", event)).toList();
    return new StatusChangeBody(
        asked, "/events" + CHANGE + EXPANDED, Json.object("statusChanges", parts), true);
  }

  private static ObjectNode common(Asked asked) {
    boolean frees = asked.deed() == Deed.FREE;
    ObjectNode json = Json.object("type", frees ? "RELEASE" : "CHANGE_STATUS_TO");
    if (!frees) {
      json.put("status", status(asked));
    }
    if (!asked.token().isEmpty()) {
      json.put("holdToken", asked.token());
    }
    return json.put("orderId", asked.order());
  }

  private static String status(Asked asked) {
    return switch (asked.deed()) {
      case RESERVE -> "reservedByToken";
      case TAKE -> "booked";
      case FREE -> "free";
      case HOLD, EXTEND, BOOK, RELEASE, LOOK ->
          throw new IllegalArgumentException("another dialect's: " + asked);
    };
  }

  private static List<ObjectNode> objects(Asked asked) {
    int places = isOfPlaces(asked) ? asked.count() : 1;
    return asked.objects().stream()
        .map(label -> Json.object("objectId", label, "quantity", places))
        .toList();
  }

  private static boolean isOfPlaces(Asked asked) {
    return asked.objects().contains(Hall.AREA);
  }

  /** What an answer tells of one of the events. */
  private JsonNode infos(JsonNode body, int night) {
    return asked.best()
        ? body.path("objectDetails")
        : (batch ? body.path("results").path(night) : body).path("objects");
  }

  /** The labels that an answer names for one of the events. */
  List<String> told(JsonNode body, int night) {
    return asked.best() ? Json.texts(body.path("objects")) : Json.names(infos(body, night));
  }

  /** What an answer tells of the objects that is not what was asked for. */
  List<String> odd(JsonNode body) {
    List<String> odd = new ArrayList<>();
    for (JsonNode info : infos(body, 0)) {
      boolean same =
          isOfPlaces(asked)
              || (info.path("status").asText().equals(status(asked))
                  && info.path("orderId").asText().equals(asked.order())
                  && (asked.deed() != Deed.RESERVE
                      || info.path("holdToken").asText().equals(asked.token())));
      if (!same) {
        odd.add(asked + " was answered with " + info);
      }
    }
    return odd;
  }
}

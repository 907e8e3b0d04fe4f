package dev.holdfast.app.tmt;

import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.V1Client;
import java.util.List;

/** A caller of functions by their name, at one of the two places where they are served. */
record TmtClient(V1Client http, String prefix) {

  static final String ROOT = "/";
  static final String PREFIXED = "/tmt/";

  static final List<String> FUNCTIONS =
      List.of(
          "create_event_seatsio",
          "list_event_seatsio",
          "hold_seats_seatsio",
          "release_seats_seatsio",
          "expire_hold_token_seatsio",
          "book_seats_seatsio",
          "extend_seats_seatsio",
          "list_charts_seatsio",
          "published_charts_seatsio",
          "list_objects_charts_seatsio",
          "add_tags_to_chart_seatsio",
          "remove_tags_from_chart_seatsio",
          "copy_chart_seatsio");

  static TmtClient of(V1Client http) {
    return new TmtClient(http, ROOT);
  }

  TmtClient at(String place) {
    return new TmtClient(http, place);
  }

  String path(String function) {
    return prefix + function;
  }

  /** Calls with these members of {@code data}, as alternating names and values. */
  Answer call(String function, Object... data) {
    return callWith(function, Json.object(data));
  }

  /** The same with {@code data} made elsewhere; text is taken as the JSON that it is. */
  Answer callWith(String function, Object data) {
    return sent(function, "{\"data\":" + data + "}");
  }

  /** A body as it is, with or without the envelope. */
  Answer sent(String function, String body) {
    return http.post(path(function), body);
  }
}

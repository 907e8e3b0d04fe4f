package dev.holdfast.app.v1;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** The seats that are not free, as a page would keep them that listens to the stream. */
final class SeatMap {

  private final Map<String, String> states = new TreeMap<>();

  /** Forgets everything and begins with the picture. */
  void begin(JsonNode snapshot) {
    states.clear();
    snapshot.path("objects").forEach(this::put);
  }

  void apply(JsonNode entry) {
    if (entry.path("status").asText().equals("free")) {
      states.remove(entry.path("objectLabel").asText());
    } else {
      put(entry);
    }
  }

  private void put(JsonNode object) {
    states.put(object.path("objectLabel").asText(), object.path("status").asText());
  }

  Map<String, String> states() {
    return Map.copyOf(states);
  }

  /** What the status shows now. */
  static Map<String, String> of(TestVenue venue) {
    SeatMap map = new SeatMap();
    map.begin(venue.status().ok().body());
    return map.states();
  }
}

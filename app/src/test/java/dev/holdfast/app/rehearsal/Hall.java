package dev.holdfast.app.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be sold at all: seats by number, row after row from the front, and areas. */
final class Hall {
  private final List<String> labels = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> capacities = new HashMap<>();

  /**
   * Seats side by side.
   *
   * @param first number of the first seat
   * @param end number after the last one
   */
  record Row(int first, int end) {}

  /** The hall of a layout as {@code GET /events/{eventKey}/chart} answers it. */
  static Hall of(JsonNode layout) {
    Hall hall = new Hall();
    layout.path("sections").forEach(section -> section.path("rows").forEach(hall::row));
    layout.path("rows").forEach(hall::row);
    layout.path("tables").forEach(hall::row);
    for (JsonNode area : layout.path("gaAreas")) {
      hall.capacities.put(area.path("key").asText(), area.path("capacity").asInt());
    }
    return hall;
  }

  private void row(JsonNode row) {
    int first = labels.size();
    for (JsonNode seat : row.path("seats")) {
      String label = seat.path("objectLabel").asText();
      numbers.put(label, labels.size());
      labels.add(label);
    }
    if (labels.size() > first) {
      rows.add(new Row(first, labels.size()));
    }
  }

  String label(int seat) {
    return labels.get(seat);
  }

  /** The number of a seat, or -1: it may have left the layout. */
  int number(String label) {
    return numbers.getOrDefault(label, -1);
  }

  int seats() {
    return labels.size();
  }

  List<Row> rows() {
    return rows;
  }

  /** Places by area. */
  Map<String, Integer> capacities() {
    return capacities;
  }

  /** Seats and places. */
  int places() {
    return seats() + capacities.values().stream().mapToInt(Integer::intValue).sum();
  }
}

package dev.holdfast.app.rehearsal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What a buyer sees. Nobody changes it.
 *
 * @param free numbers of free seats
 * @param room free places by area
 */
record Picture(BitSet free, Map<String, Integer> room) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Reads a status.
   *
   * @throws IOException when it is none
   */
  static Picture read(Hall hall, byte[] status) throws IOException {
    BitSet free = new BitSet(hall.seats());
    free.set(0, hall.seats());
    Map<String, Integer> room = new HashMap<>(hall.capacities());
    try (JsonParser json = JSON.createParser(status)) {
      boolean objects = false;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.START_ARRAY && "objects".equals(json.currentName())) {
          objects = true;
          while (json.nextToken() == JsonToken.START_OBJECT) {
            taken(hall, json, free, room);
          }
        }
      }
      if (!objects) {
        throw new IOException("no status");
      }
    }
    return new Picture(free, Map.copyOf(room));
  }

  private static void taken(Hall hall, JsonParser json, BitSet free, Map<String, Integer> room)
      throws IOException {
    String label = "";
    int quantity = 1;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "objectLabel" -> label = json.getText();
        case "quantity" -> quantity = json.getIntValue();
        default -> json.skipChildren();
      }
    }
    int places = quantity;
    int seat = hall.number(label);
    if (seat >= 0) {
      free.clear(seat);
    } else {
      room.computeIfPresent(label, (_, left) -> Math.max(0, left - places));
    }
  }

  /** Free seats and places. */
  int left() {
    return free.cardinality() + room.values().stream().mapToInt(Integer::intValue).sum();
  }
}

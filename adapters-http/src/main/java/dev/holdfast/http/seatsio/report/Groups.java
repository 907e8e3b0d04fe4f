package dev.holdfast.http.seatsio.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Objects by group, each written as it comes: beside the list itself no more is kept of an object
 * than its place in it.
 */
final class Groups<T> {
  private final List<T> objects;
  private final Map<String, Places> groups = new LinkedHashMap<>();

  /** Places in the list. */
  private static final class Places {
    private int[] at = new int[1];
    private int size;

    private void add(int place) {
      if (size == at.length) {
        at = Arrays.copyOf(at, 2 * size);
      }
      at[size++] = place;
    }
  }

  /** Writes one object. */
  @FunctionalInterface
  interface ObjectWriter<T> {
    /** Writes exactly one value. */
    void write(JsonGenerator json, T object) throws IOException;
  }

  /**
   * Groups in the order in which they come up.
   *
   * @param group the group of an object
   * @param always groups that are there without objects, too; they come first
   */
  Groups(List<T> objects, Function<T, String> group, List<String> always) {
    this.objects = objects;
    always.forEach(each -> groups.put(each, new Places()));
    for (int i = 0; i < objects.size(); i++) {
      groups.computeIfAbsent(group.apply(objects.get(i)), _ -> new Places()).add(i);
    }
  }

  /** An object with a list a group, each in the order of all. */
  void write(JsonGenerator json, ObjectWriter<T> writer) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, Places> group : groups.entrySet()) {
      json.writeArrayFieldStart(group.getKey());
      Places places = group.getValue();
      for (int i = 0; i < places.size; i++) {
        writer.write(json, objects.get(places.at[i]));
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** The same with one group only, which may have nobody in it. */
  static <T> void writeOne(
      JsonGenerator json,
      List<T> objects,
      Function<T, String> group,
      String wanted,
      ObjectWriter<T> writer)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart(wanted);
    for (T each : objects) {
      if (group.apply(each).equals(wanted)) {
        writer.write(json, each);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}

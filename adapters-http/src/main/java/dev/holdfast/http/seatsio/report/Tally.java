package dev.holdfast.http.seatsio.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many there are of each kind, where all that are in the same group by every dimension are of
 * one kind. Kinds are few, however many objects there are; all sums are made of them.
 */
final class Tally {
  private final List<Dimension> dimensions;
  private final Map<List<String>, Long> kinds = new LinkedHashMap<>();

  /**
   * Of nothing yet.
   *
   * @param dimensions those that summaries tell, in order
   */
  Tally(List<Dimension> dimensions) {
    this.dimensions = dimensions;
  }

  /**
   * Counts some more of a kind.
   *
   * @param kind the group by each of the dimensions, in their order
   * @param count none is nothing to tell of
   */
  void add(List<String> kind, long count) {
    if (count > 0) {
      kinds.merge(kind, count, Long::sum);
    }
  }

  private long count() {
    return kinds.values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<String, Tally> by(Dimension dimension, List<String> always) {
    int at = dimensions.indexOf(dimension);
    Map<String, Tally> parts = new LinkedHashMap<>();
    always.forEach(group -> parts.put(group, new Tally(dimensions)));
    kinds.forEach((kind, count) ->
        parts.computeIfAbsent(kind.get(at), _ -> new Tally(dimensions)).add(kind, count));
    return parts;
  }

  /**
   * Writes an item a group: how many there are, and of these how many in each group by any other
   * dimension (section 22).
   *
   * @param always groups that are told of when nobody is in them, too; they come first
   * @param deep whether the groups within are such items again, and not just numbers
   */
  void write(JsonGenerator json, Dimension by, List<String> always, boolean deep)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, Tally> group : by(by, always).entrySet()) {
      json.writeFieldName(group.getKey());
      group.getValue().writeItem(json, withOwn(EnumSet.noneOf(Dimension.class), by), deep);
    }
    json.writeEndObject();
  }

  /** What the item of a group does not tell: its dimension, and those outside of it. */
  private static Set<Dimension> withOwn(Set<Dimension> outer, Dimension own) {
    Set<Dimension> omitted = EnumSet.copyOf(outer);
    omitted.add(own);
    if (own.isCategory()) {
      omitted.add(Dimension.CATEGORY_KEY);
      omitted.add(Dimension.CATEGORY_LABEL);
    }
    return omitted;
  }

  private void writeItem(JsonGenerator json, Set<Dimension> omitted, boolean deep)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("count", count());
    for (Dimension dimension : dimensions) {
      if (!omitted.contains(dimension)) {
        json.writeObjectFieldStart(dimension.word());
        for (Map.Entry<String, Tally> group : by(dimension, List.of()).entrySet()) {
          json.writeFieldName(group.getKey());
          if (deep) {
            group.getValue().writeItem(json, withOwn(omitted, dimension), false);
          } else {
            json.writeNumber(group.getValue().count());
          }
        }
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }
}

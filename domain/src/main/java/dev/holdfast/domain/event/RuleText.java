package dev.holdfast.domain.event;

import dev.holdfast.domain.chart.Layout;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The labels and texts that sale rules are written in. Labels are not looked up in any chart: rules
 * may name what will be drawn later.
 */
final class RuleText {
  private RuleText() {}

  /** Labels, each once, in the order they first stood in. */
  static List<String> labels(Collection<String> labels) {
    labels.forEach(RuleText::requireLabel);
    return List.copyOf(new LinkedHashSet<>(labels));
  }

  /**
   * Numbers of places by area, in the order given; an area with none is left out.
   *
   * @throws IllegalArgumentException for fewer than none or more than an area can have
   */
  static Map<String, Integer> places(Map<String, Integer> places) {
    Map<String, Integer> kept = LinkedHashMap.newLinkedHashMap(places.size());
    places.forEach((area, number) -> {
      requireLabel(area);
      if (number < 0 || number > Layout.MAX_CAPACITY) {
        throw new IllegalArgumentException("not a number of places: " + number);
      }
      if (number > 0) {
        kept.put(area, number);
      }
    });
    return Collections.unmodifiableMap(kept);
  }

  /** As many places as both together, as far as an area can have them. */
  static int sum(int one, int other) {
    return (int) Math.min((long) one + other, Layout.MAX_CAPACITY);
  }

  /** A label has 1 to 255 characters. */
  static void requireLabel(String label) {
    if (label.isEmpty() || label.length() > Layout.MAX_LABEL) {
      throw new IllegalArgumentException("a label of " + label.length() + " characters");
    }
  }

  /** A name or a colour has up to 255 characters. */
  static void requireName(String name) {
    if (name.length() > Layout.MAX_LABEL) {
      throw new IllegalArgumentException("a name of " + name.length() + " characters");
    }
  }

  /** A map that keeps its order and cannot be changed. */
  static <T> Map<String, T> inOrder(Map<String, T> map) {
    map.keySet().forEach(RuleText::requireLabel);
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}

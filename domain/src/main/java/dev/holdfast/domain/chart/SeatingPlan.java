package dev.holdfast.domain.chart;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A published layout as the engine needs it: every bookable object by its label. Immutable; shared
 * by all events of the chart.
 *
 * @param objects in the order they were drawn
 * @param categories in the order they were declared; empty for a plan that was published before
 *     they were kept with it
 */
public record SeatingPlan(Map<String, Bookable> objects, List<Category> categories) {
  /** An unpublished chart's: it appears empty. */
  public static final SeatingPlan EMPTY = new SeatingPlan(Map.of());

  /** Takes the map as its own; it must not be changed afterwards. */
  public SeatingPlan {
    objects = Collections.unmodifiableMap(objects);
    categories = List.copyOf(categories);
  }

  /** A plan without categories. */
  public SeatingPlan(Map<String, Bookable> objects) {
    this(objects, List.of());
  }

  /** The object of this label. */
  public Optional<Bookable> find(String label) {
    return Optional.ofNullable(objects.get(label));
  }

  /** All objects in the order they were drawn. */
  public Collection<Bookable> all() {
    return objects.values();
  }
}

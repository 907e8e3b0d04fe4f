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
 * <p>A table and its seats stand in it both, although only one of the two can be sold at a time.
 * Whoever sells as the chart does asks {@link #find} and {@link #all}, which tell of that one.
 *
 * @param objects in the order they were drawn, the unusual ones too
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

  /** The object of this label, if the chart itself sells it. */
  public Optional<Bookable> find(String label) {
    return Optional.ofNullable(objects.get(label)).filter(Bookable::usual);
  }

  /** All objects that the chart itself sells, in the order they were drawn. */
  public Collection<Bookable> all() {
    return objects.values().stream().filter(Bookable::usual).toList();
  }

  /** All objects in the order they were drawn: tables and the seats at them, too. */
  public Collection<Bookable> every() {
    return objects.values();
  }
}

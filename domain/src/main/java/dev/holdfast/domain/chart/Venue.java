package dev.holdfast.domain.chart;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A layout as a buyer would walk through it: every object with where it stands, what it looks at
 * and who sits beside it. What can be sold under which label is the {@link SeatingPlan}'s matter;
 * this is for choosing among objects and for telling about them.
 *
 * <p>Tables stand in it beside their seats, whichever of the two an event sells.
 *
 * @param spots by label, in the order they were drawn
 * @param zones in order; empty where the layout has none
 */
public record Venue(Map<String, Spot> spots, List<Zone> zones) {
  /** Nothing was drawn. */
  public static final Venue EMPTY = new Venue(Map.of(), List.of());

  public Venue {
    spots = Collections.unmodifiableMap(new LinkedHashMap<>(spots));
    zones = List.copyOf(zones);
  }

  /** The spot of this label. */
  public Optional<Spot> find(String label) {
    return Optional.ofNullable(spots.get(label));
  }

  /** A part of a house that is sold as such, across sections. */
  public record Zone(String key, String label) {}
}

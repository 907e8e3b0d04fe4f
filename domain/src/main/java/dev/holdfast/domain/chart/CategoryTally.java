package dev.holdfast.domain.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan has to sell under one label of a category, whatever is sold of it by now.
 *
 * @param label null for objects without a category
 * @param seats named seats
 * @param areas general admission areas
 * @param areaPlaces places of these areas together
 */
public record CategoryTally(@Nullable String label, long seats, long areas, long areaPlaces) {
  /** Everything that can be sold: seats and places. */
  public long places() {
    return seats + areaPlaces;
  }

  private CategoryTally and(Bookable object) {
    return switch (object) {
      case Bookable.NamedSeat _ -> new CategoryTally(label, seats + 1, areas, areaPlaces);
      case Bookable.Places(_, int capacity, _) ->
          new CategoryTally(label, seats, areas + 1, areaPlaces + capacity);
    };
  }

  /**
   * A tally a label, in the order of the categories, those without objects too; categories of one
   * label are told together. An area counts where its places are usually sold, once. Last come the
   * objects without a category, if there are any.
   *
   * @param categories every category that an object of the plan names
   */
  public static List<CategoryTally> of(SeatingPlan plan, List<Category> categories) {
    Map<String, String> labels = new HashMap<>();
    Map<String, CategoryTally> tallies = new LinkedHashMap<>();
    for (Category category : categories) {
      labels.put(category.key(), category.label());
      tallies.putIfAbsent(category.label(), new CategoryTally(category.label(), 0, 0, 0));
    }
    CategoryTally without = new CategoryTally(null, 0, 0, 0);
    for (Bookable object : plan.all()) {
      String category = object.usualCategory();
      if (category == null) {
        without = without.and(object);
      } else {
        // What nobody declared cannot be published; should it ever be, its key is its label.
        String label = labels.getOrDefault(category, category);
        CategoryTally before = tallies.getOrDefault(label, new CategoryTally(label, 0, 0, 0));
        tallies.put(label, before.and(object));
      }
    }
    List<CategoryTally> all = new ArrayList<>(tallies.values());
    if (without.seats > 0 || without.areas > 0) {
      all.add(without);
    }
    return all;
  }
}

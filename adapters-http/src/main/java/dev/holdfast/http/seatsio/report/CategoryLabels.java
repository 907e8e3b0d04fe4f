package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What categories are called. */
final class CategoryLabels {
  private final Map<String, String> labels = new HashMap<>();

  /** Where two have one key, the later one counts. */
  CategoryLabels(List<Category> categories) {
    categories.forEach(category -> labels.put(category.key(), category.label()));
  }

  /** The spot in a category; in one that nobody declared, without a label. */
  PricedSpot priced(Spot spot, @Nullable String category) {
    return new PricedSpot(spot, category, category == null ? null : labels.get(category));
  }
}

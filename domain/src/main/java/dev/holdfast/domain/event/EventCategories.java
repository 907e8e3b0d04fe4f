package dev.holdfast.domain.event;

import dev.holdfast.domain.chart.Category;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Categories that an event has beside those of its chart, and objects it sells in another than the
 * chart's (seats.io dialect, section 12). Immutable.
 *
 * @param list in the order given, at most {@link #MAX_CATEGORIES}; keys of 1 to 255 characters,
 *     labels and colours of up to 255
 * @param ofObjects key of a category by label, of 1 to 255 characters each; neither need be there
 */
public record EventCategories(List<Category> list, Map<String, CategoryKey> ofObjects) {
  /** Most categories of one event beside its chart's. */
  public static final int MAX_CATEGORIES = 1_000;

  /** As the chart has it. */
  public static final EventCategories NONE = new EventCategories(List.of(), Map.of());

  /**
   * Checked.
   *
   * @throws IllegalArgumentException when there are too many, or a text is out of its bounds
   */
  public EventCategories {
    list = List.copyOf(list);
    ofObjects = RuleText.inOrder(ofObjects);
    if (list.size() > MAX_CATEGORIES) {
      throw new IllegalArgumentException(list.size() + " categories");
    }
    list.forEach(EventCategories::check);
  }

  private static void check(Category category) {
    // The same bounds as those of a key that an object names.
    new CategoryKey(category.key(), category.numbered());
    RuleText.requireName(category.label());
    String color = category.color();
    if (color != null) {
      RuleText.requireName(color);
    }
  }

  /** Other categories; objects stay in theirs. */
  public EventCategories withList(List<Category> other) {
    return new EventCategories(other, ofObjects);
  }

  /** Other objects in other categories. */
  public EventCategories withObjects(Map<String, CategoryKey> other) {
    return new EventCategories(list, other);
  }

  /** The category an object is sold in, where that is not the chart's. */
  public Optional<CategoryKey> of(String object) {
    return Optional.ofNullable(ofObjects.get(object));
  }

  /** How many labels they are made of. */
  public int size() {
    return list.size() + ofObjects.size();
  }
}

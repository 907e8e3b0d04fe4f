package dev.holdfast.http.seatsio.drawing;

import dev.holdfast.domain.chart.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the categories of a drawing (seats.io dialect, section 9). A key is told by its
 * text, whatever type it was drawn in.
 */
public final class CategoryEdit {
  private CategoryEdit() {}

  /** The categories with one more at the end; empty when there is one of its key. */
  public static Optional<List<Category>> add(List<Category> categories, Category category) {
    if (find(categories, category.key()).isPresent()) {
      return Optional.empty();
    }
    List<Category> more = new ArrayList<>(categories);
    more.add(category);
    return Optional.of(more);
  }

  /**
   * The categories with one changed; what is null stays.
   *
   * @return empty when there is none of that key
   */
  public static Optional<List<Category>> update(
      List<Category> categories,
      String key,
      @Nullable String label,
      @Nullable String color,
      @Nullable Boolean accessible) {
    return change(
        categories,
        key,
        was ->
            new Category(
                was.key(),
                label == null ? was.label() : label,
                color == null ? was.color() : color,
                accessible == null ? was.accessible() : accessible,
                was.numbered()));
  }

  private static Optional<List<Category>> change(
      List<Category> categories, String key, UnaryOperator<Category> change) {
    return find(categories, key)
        .map(found ->
            categories.stream()
                .map(each -> each.equals(found) ? change.apply(each) : each)
                .toList());
  }

  /** The categories without one, whose objects then have none; empty when there is no such key. */
  public static Optional<List<Category>> remove(List<Category> categories, String key) {
    return find(categories, key)
        .map(found -> categories.stream().filter(each -> !each.equals(found)).toList());
  }

  /** Other categories; one that says no colour keeps the colour it had under the same key. */
  public static List<Category> replace(List<Category> categories, List<Category> others) {
    return others.stream()
        .map(each ->
            each.color() != null
                ? each
                : new Category(
                    each.key(),
                    each.label(),
                    find(categories, each.key()).map(Category::color).orElse(null),
                    each.accessible(),
                    each.numbered()))
        .toList();
  }

  private static Optional<Category> find(List<Category> categories, String key) {
    return categories.stream().filter(each -> each.key().equals(key)).findFirst();
  }
}

package dev.holdfast.domain.choice;

import dev.holdfast.domain.chart.Category;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All lots of a house, by number. Immutable. */
final class Lots {
  private final List<Lot> lots;
  private final int[] parts;
  private final int partCount;

  /** The labels of each category, by its key. */
  private final Map<String, List<String>> labels = new HashMap<>();

  /**
   * @param inOrder as they are numbered; parts of the house are numbered as they first come up
   */
  Lots(Collection<Lot> inOrder, List<Category> categories) {
    lots = List.copyOf(inOrder);
    Map<Lot.Part, Integer> numbers = new HashMap<>();
    parts = new int[lots.size()];
    for (int lot = 0; lot < parts.length; lot++) {
      Lot.Part part = lots.get(lot).part();
      parts[lot] = numbers.computeIfAbsent(part, _ -> numbers.size());
    }
    partCount = numbers.size();
    for (Category category : categories) {
      labels.computeIfAbsent(category.key(), _ -> new ArrayList<>()).add(category.label());
    }
  }

  /** How many parts the house has. */
  int parts() {
    return partCount;
  }

  /** The part of the house that a lot is in: 0 to {@link #parts}, exclusive. */
  int part(int lot) {
    return parts[lot];
  }

  /** Which lots a wish agrees with, by their numbers. */
  boolean[] matching(Wish wish) {
    Set<String> categories = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    categories.addAll(wish.categories());
    boolean[] matching = new boolean[lots.size()];
    for (int number = 0; number < matching.length; number++) {
      Lot lot = lots.get(number);
      matching[number] =
          (wish.zone() == null || wish.zone().equals(lot.zone()))
              && isIn(wish.sections(), lot.part().section())
              && isOf(categories, lot.category());
    }
    return matching;
  }

  private static boolean isIn(Set<String> sections, @Nullable String section) {
    return sections.isEmpty() || (section != null && sections.contains(section));
  }

  private boolean isOf(Set<String> names, @Nullable String category) {
    if (names.isEmpty()) {
      return true;
    }
    return category != null
        && (names.contains(category)
            || labels.getOrDefault(category, List.of()).stream().anyMatch(names::contains));
  }
}

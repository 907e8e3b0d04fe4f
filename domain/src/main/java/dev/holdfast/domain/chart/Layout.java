package dev.holdfast.domain.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A layout, whatever notation it was drawn in: what of it can be sold, in the order it was drawn.
 *
 * @param categories in order
 * @param places seats of rows, of sections and at tables, in order
 * @param areas general admission areas, in order
 */
public record Layout(
    List<Category> categories, List<Place> places, List<GeneralAdmissionArea> areas) {
  /** Most bookable objects in one chart. */
  public static final int MAX_OBJECTS = 100_000;

  /** Most places in one area. */
  public static final int MAX_CAPACITY = 1_000_000;

  /** Longest label, key or category key, in characters. */
  public static final int MAX_LABEL = 255;

  public Layout {
    categories = List.copyOf(categories);
    places = List.copyOf(places);
    areas = List.copyOf(areas);
  }

  /**
   * Why this layout cannot be published, at most {@link #MAX_PROBLEMS} reasons: nothing bookable,
   * too many objects, a label that stands twice (area keys included), a category that is not
   * declared.
   */
  public List<LayoutProblem> problems() {
    List<LayoutProblem> problems = new ArrayList<>();
    int objects = places.size() + areas.size();
    if (objects == 0) {
      problems.add(new LayoutProblem.Empty());
    }
    if (objects > MAX_OBJECTS) {
      problems.add(new LayoutProblem.TooManyObjects(objects));
    }
    addDuplicates(problems);
    addUnknownCategories(problems);
    return problems.size() <= MAX_PROBLEMS ? problems : problems.subList(0, MAX_PROBLEMS);
  }

  /** Most problems told at once. */
  public static final int MAX_PROBLEMS = 100;

  private void addDuplicates(List<LayoutProblem> problems) {
    Map<String, String> firstPath = new HashMap<>();
    for (Place place : places) {
      noteDuplicate(problems, firstPath, place.objectLabel(), place.path() + ".label");
    }
    for (GeneralAdmissionArea area : areas) {
      noteDuplicate(problems, firstPath, area.key(), area.path() + ".key");
    }
  }

  private static void noteDuplicate(
      List<LayoutProblem> problems, Map<String, String> firstPath, String label, String path) {
    String first = firstPath.putIfAbsent(label, path);
    if (first != null) {
      problems.add(new LayoutProblem.DuplicateLabel(path, label, first));
    }
  }

  private void addUnknownCategories(List<LayoutProblem> problems) {
    Set<String> known = new HashSet<>();
    categories.forEach(category -> known.add(category.key()));
    for (Place place : places) {
      noteUnknown(problems, known, place.category(), place.path() + ".categoryKey");
    }
    for (GeneralAdmissionArea area : areas) {
      noteUnknown(problems, known, area.category(), area.path() + ".categoryKey");
      for (int i = 0; i < area.moreCategories().size(); i++) {
        String path = area.path() + ".categoryKeys." + i;
        noteUnknown(problems, known, area.moreCategories().get(i), path);
      }
    }
  }

  private static void noteUnknown(
      List<LayoutProblem> problems, Set<String> known, @Nullable String category, String path) {
    if (category != null && !known.contains(category)) {
      problems.add(new LayoutProblem.UnknownCategory(path, category));
    }
  }

  /**
   * The bookable objects by label.
   *
   * @throws IllegalStateException when the layout has {@link #problems()}
   */
  public SeatingPlan plan() {
    if (!problems().isEmpty()) {
      throw new IllegalStateException("a layout with problems has no plan");
    }
    Map<String, Bookable> objects = LinkedHashMap.newLinkedHashMap(places.size() + areas.size());
    for (Place place : places) {
      objects.put(
          place.objectLabel(), new Bookable.NamedSeat(place.objectLabel(), place.category()));
    }
    for (GeneralAdmissionArea area : areas) {
      Set<String> sold = new LinkedHashSet<>();
      if (area.category() != null) {
        sold.add(area.category());
      }
      sold.addAll(area.moreCategories());
      objects.put(area.key(), new Bookable.Places(area.key(), area.capacity(), List.copyOf(sold)));
    }
    return new SeatingPlan(objects, categories);
  }
}

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
 * @param places seats of rows, of sections and at tables, and tables as a whole, in order
 * @param areas general admission areas, in order
 */
public record Layout(
    List<Category> categories, List<Place> places, List<GeneralAdmissionArea> areas) {
  /** Most bookable objects in one chart; a table counts by the seats that stand at it. */
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
   * too many objects, a label that stands twice (those of areas and tables included), a category
   * that is not declared.
   */
  public List<LayoutProblem> problems() {
    List<LayoutProblem> problems = new ArrayList<>();
    if (places.isEmpty() && areas.isEmpty()) {
      problems.add(new LayoutProblem.Empty());
    }
    int objects = (int) places.stream().filter(place -> !place.isTable()).count() + areas.size();
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
    Set<String> known = knownCategories();
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
    return planDespiteProblems();
  }

  /**
   * The bookable objects by label, as far as they can be told apart: what has a label that stood
   * before is left out, and a category that is not declared is none. Of a layout without {@link
   * #problems()} it is the {@link #plan()}, of an empty one an empty plan.
   */
  public SeatingPlan planDespiteProblems() {
    Set<String> known = knownCategories();
    Map<String, Bookable> objects = LinkedHashMap.newLinkedHashMap(places.size() + areas.size());
    for (Place place : places) {
      String category = place.category();
      objects.putIfAbsent(
          place.objectLabel(),
          new Bookable.NamedSeat(
              place.objectLabel(),
              category == null || known.contains(category) ? category : null,
              place.table(),
              place.usual()));
    }
    for (GeneralAdmissionArea area : areas) {
      Set<String> sold = new LinkedHashSet<>();
      if (area.category() != null) {
        sold.add(area.category());
      }
      sold.addAll(area.moreCategories());
      sold.retainAll(known);
      objects.putIfAbsent(
          area.key(), new Bookable.Places(area.key(), area.capacity(), List.copyOf(sold)));
    }
    return new SeatingPlan(objects, categories);
  }

  private Set<String> knownCategories() {
    Set<String> known = new HashSet<>();
    categories.forEach(category -> known.add(category.key()));
    return known;
  }
}

package dev.holdfast.http.seatsio.drawing;

import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Naming;
import dev.holdfast.domain.chart.Spot.ParentKind;
import dev.holdfast.domain.chart.Spot.Standing;
import dev.holdfast.http.seatsio.drawing.Drawing.Floor;
import dev.holdfast.http.seatsio.drawing.Drawing.Point;
import dev.holdfast.http.seatsio.drawing.Drawing.Section;
import dev.holdfast.http.seatsio.drawing.Drawing.Thing;
import dev.holdfast.http.seatsio.drawing.Drawing.Zone;
import org.jspecify.annotations.Nullable;

/**
 * What an object stands in, and has from there: a floor, or a section of one.
 *
 * @param path of the sub-chart, by dots
 * @param section null outside of sections
 * @param zone the section's, if it is declared
 */
record Surroundings(
    String path,
    Spot.@Nullable Floor floor,
    @Nullable Point focalPoint,
    @Nullable Section section,
    @Nullable Zone zone) {
  /** What a drawing's author left unlabeled has this label. */
  private static final String UNLABELED = "?";

  static Surroundings of(Floor floor) {
    return new Surroundings(floor.path(), floor.name(), floor.chart().focalPoint(), null, null);
  }

  /** In a section of the floor. */
  Surroundings in(Section inner, int index, @Nullable Zone itsZone) {
    String inside = path + ".sections." + index + ".subChart";
    return new Surroundings(inside, floor, focalPoint, inner, itsZone);
  }

  static boolean isLabeled(@Nullable String label) {
    return label != null && !label.isBlank() && !label.equals(UNLABELED);
  }

  /**
   * The label in the whole chart (section 11).
   *
   * @param parent the row's or the table's; null for what has neither
   * @return null when something that it is made of has no label: nobody could ask for it
   */
  @Nullable String label(@Nullable String parent, boolean hasParent, Thing thing) {
    if (thing.objectLabel() != null) {
      return thing.objectLabel();
    }
    boolean labeled =
        isLabeled(thing.label())
            && (!hasParent || isLabeled(parent))
            && (section == null || isLabeled(section.label()));
    return labeled ? byRule(section == null ? null : section.label(), parent, thing.label()) : null;
  }

  /** What the rule makes of the labels of an object and of what it stands in. */
  static String byRule(@Nullable String section, @Nullable String parent, @Nullable String own) {
    String within = parent == null ? String.valueOf(own) : parent + "-" + own;
    return section == null ? within : section + "-" + within;
  }

  /** The same as {@link #label}, with what is unlabeled in it under the label that says so. */
  String labelAsDrawn(@Nullable String parent, boolean hasParent, Thing thing) {
    return thing.objectLabel() != null
        ? thing.objectLabel()
        : byRule(
            section == null ? null : orUnlabeled(section.label()),
            hasParent ? orUnlabeled(parent) : null,
            orUnlabeled(thing.label()));
  }

  private static String orUnlabeled(@Nullable String label) {
    return label == null || label.isBlank() ? UNLABELED : label;
  }

  /** What it is called by itself. */
  Naming naming(
      String label,
      Thing thing,
      @Nullable String parent,
      @Nullable String parentDisplayed,
      @Nullable ParentKind kind) {
    return new Naming(
        thing.label() == null ? label : thing.label(),
        thing.displayed(),
        parent,
        parent == null ? null : parentDisplayed,
        parent == null ? null : kind,
        section == null ? null : section.label(),
        section == null || section.label() == null ? null : section.displayed());
  }

  Naming naming(String label, Thing thing) {
    return naming(label, thing, null, null, null);
  }

  Standing standing(Thing thing, @Nullable String left, @Nullable String right) {
    Point at = section == null ? thing.point() : section.topLeft().plus(thing.point());
    String entrance = thing.entrance();
    if (entrance == null && section != null) {
      entrance = section.entrance();
    }
    return new Standing(
        at.x(),
        at.y(),
        zone == null ? null : zone.key(),
        floor,
        entrance,
        distance(at),
        left,
        right);
  }

  /** In single precision up to the root, as clients compare it (section 11). */
  private @Nullable Double distance(Point at) {
    Point target = zone == null || zone.focalPoint() == null ? focalPoint : zone.focalPoint();
    if (target == null) {
      return null;
    }
    float dx = target.x() - at.x();
    float dy = target.y() - at.y();
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** Its own category, else the section's. */
  @Nullable String category(Thing thing) {
    return thing.category() == null && section != null ? section.category() : thing.category();
  }
}

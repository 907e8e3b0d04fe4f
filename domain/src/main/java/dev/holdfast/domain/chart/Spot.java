package dev.holdfast.domain.chart;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object of a venue, and where it stands.
 *
 * @param label its label in the whole chart
 * @param category key of its category, its own or its section's; null when it has none
 * @param traits what a buyer may need to know of a seat; empty for what is none
 */
public record Spot(
    String label,
    Kind kind,
    Naming naming,
    Standing standing,
    @Nullable String category,
    Set<Trait> traits,
    Size size) {
  public Spot {
    traits = Set.copyOf(traits);
  }

  /** Whether it is the next seat in the row that another belongs to. */
  public boolean follows(Spot other) {
    return other.label().equals(standing.left())
        && Objects.equals(other.naming.parent(), naming.parent());
  }

  /** Label of the table that it is or stands at; null for what has to do with none. */
  public @Nullable String table() {
    return switch (kind) {
      case TABLE -> label;
      case SEAT -> naming.parentKind() == ParentKind.TABLE ? naming.parentLabel() : null;
      case BOOTH, AREA -> null;
    };
  }

  /** What it is. */
  public enum Kind {
    SEAT,
    TABLE,
    BOOTH,
    AREA
  }

  /** What is particular about a seat (seats.io dialect, section 18). */
  public enum Trait {
    ACCESSIBLE,
    COMPANION,
    RESTRICTED_VIEW,
    LIFT_UP_ARMRESTS,
    HEARING_IMPAIRED,
    SEMI_AMBULATORY,
    SIGN_LANGUAGE,
    PLUS_SIZE
  }

  /**
   * What it is called.
   *
   * @param own within its parent, or by itself
   * @param displayed how {@code own} is shown to buyers, null: as it is
   * @param parent the row's or the table's own label; null for what has none
   * @param parentDisplayed how {@code parent} is shown, null: as it is
   * @param parentKind null where {@code parent} is
   * @param section the section's label, null outside of sections
   * @param sectionDisplayed how it is shown, null: as it is
   */
  public record Naming(
      String own,
      @Nullable String displayed,
      @Nullable String parent,
      @Nullable String parentDisplayed,
      @Nullable ParentKind parentKind,
      @Nullable String section,
      @Nullable String sectionDisplayed) {
    /** The label in the whole chart of the row or table that it belongs to; null for none. */
    public @Nullable String parentLabel() {
      return parent == null || section == null ? parent : section + "-" + parent;
    }

    /** What is called by one label and has no parent. */
    public static Naming alone(String own) {
      return new Naming(own, null, null, null, null, null, null);
    }
  }

  /** What a seat belongs to. */
  public enum ParentKind {
    ROW,
    TABLE
  }

  /**
   * Where it stands.
   *
   * @param x to the right, and {@code y} downwards, of the drawing as a whole, in its own unit
   * @param zone key of the zone, null outside of zones
   * @param floor null where the venue has one only
   * @param entrance its own or its section's
   * @param distance to the focal point that it looks at, in the drawing's unit; null without one
   * @param left label of the seat before it in the same row, null at the end
   * @param right label of the seat after it in the same row, null at the end
   */
  public record Standing(
      double x,
      double y,
      @Nullable String zone,
      @Nullable Floor floor,
      @Nullable String entrance,
      @Nullable Double distance,
      @Nullable String left,
      @Nullable String right) {}

  /** One of several floors. */
  public record Floor(String name, @Nullable String displayName) {}

  /**
   * How many it takes.
   *
   * @param places of an area its capacity; otherwise 1
   * @param seats of a table, how many stand at it; otherwise 0
   * @param asAWhole whether the chart has it sold as a whole: a table, rather than its seats
   * @param variable whether a buyer of it as a whole says how many come
   * @param fewest how many have to come at least, 1 unless the chart says more
   */
  public record Size(int places, int seats, boolean asAWhole, boolean variable, int fewest) {
    /** One place. */
    public static final Size ONE = new Size(1, 0, false, false, 1);
  }
}

package dev.holdfast.http.seatsio.drawing;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Trait;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a drawing means something here (seats.io dialect, section 10): objects as they stand in
 * it, labels and coordinates within what they stand in, duplicates and faults included.
 *
 * @param name null when it has none
 * @param categories each key once
 * @param floors at least one
 */
record Drawing(
    @Nullable String name,
    VenueType type,
    List<Category> categories,
    List<Zone> zones,
    List<Floor> floors) {

  /** Coordinates are of single precision, as the distances of the dialect are (section 11). */
  record Point(float x, float y) {
    Point plus(Point other) {
      return new Point(x + other.x, y + other.y);
    }
  }

  /**
   * A zone.
   *
   * @param focalPoint what those in it look at, null: what everybody does
   */
  record Zone(String key, String label, @Nullable Point focalPoint) {}

  /**
   * A floor.
   *
   * @param path where it stands, by dots
   * @param name null in a house of one floor
   */
  record Floor(String path, Spot.@Nullable Floor name, SubChart chart) {}

  /**
   * A floor's or a section's.
   *
   * @param sections of a floor; a section has none
   * @param focalPoint of a floor, if it has one
   */
  record SubChart(
      List<Row> rows,
      List<Table> tables,
      List<Thing> booths,
      List<Area> areas,
      List<Section> sections,
      @Nullable Point focalPoint) {
    /** Nothing in it. */
    static final SubChart EMPTY =
        new SubChart(List.of(), List.of(), List.of(), List.of(), List.of(), null);

    boolean isEmpty() {
      return rows.stream().allMatch(row -> row.seats().isEmpty())
          && tables.isEmpty()
          && booths.isEmpty()
          && areas.isEmpty()
          && sections.stream().allMatch(section -> section.chart().isEmpty());
    }
  }

  /**
   * Something with a label and a place: a seat or a booth, and what a table and an area have in
   * common with them.
   *
   * @param label within what it stands in; null when nobody gave it one
   * @param displayed how that is shown, null: as it is
   * @param objectLabel its label in the whole chart, where it is another than the rule makes; ours,
   *     no other writer of drawings has it
   * @param category key of its own category
   */
  record Thing(
      @Nullable String label,
      @Nullable String displayed,
      @Nullable String objectLabel,
      Point point,
      @Nullable String category,
      @Nullable String entrance,
      Set<Trait> traits) {}

  /** A row; its seats from left to right. */
  record Row(@Nullable String label, @Nullable String displayed, List<Thing> seats) {}

  /**
   * How something is booked as a whole.
   *
   * @param whole whether it is
   * @param variable whether its buyer says how many come
   * @param fewest how many have to come
   */
  record Terms(boolean whole, boolean variable, int fewest) {}

  /** A table. */
  record Table(Thing thing, Terms terms, List<Thing> seats) {}

  /**
   * A general admission area.
   *
   * @param capacity 0 when nobody told
   * @param categories further categories that its places are sold in; ours
   * @param halfWidth of the box around it, 0 when it was not drawn
   * @param halfHeight likewise
   */
  record Area(
      Thing thing,
      Terms terms,
      int capacity,
      List<String> categories,
      float halfWidth,
      float halfHeight) {}

  /**
   * A section.
   *
   * @param topLeft what the coordinates of its objects are relative to
   */
  record Section(
      @Nullable String label,
      @Nullable String displayed,
      @Nullable String category,
      @Nullable String zone,
      @Nullable String entrance,
      Point topLeft,
      SubChart chart) {}
}

package dev.holdfast.http.v1.layout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.chart.Spot;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row or a table as it is stored: seats in a line.
 *
 * @param node all of it
 * @param kind which of the two
 * @param section the section of a row, null outside of sections
 * @param sellableTable the table's label where it can be sold as a whole
 */
record SeatLine(
    JsonNode node,
    JsonNode seats,
    Spot.ParentKind kind,
    @Nullable String section,
    @Nullable String sellableTable) {
  static SeatLine row(JsonNode row, @Nullable String section) {
    return new SeatLine(row, StoredText.list(row, "seats"), Spot.ParentKind.ROW, section, null);
  }

  static SeatLine table(JsonNode table, @Nullable String sellable) {
    JsonNode seats = StoredText.list(table, "seats");
    return new SeatLine(table, seats, Spot.ParentKind.TABLE, null, sellable);
  }

  int size() {
    return seats.size();
  }

  JsonNode seat(int at) {
    return seats.get(at);
  }

  String label(int at) {
    return StoredText.required(seats.get(at), "objectLabel");
  }

  @Nullable String category(int at) {
    return StoredText.optional(seats.get(at), "categoryKey");
  }

  /** That of a table as a whole. */
  @Nullable String firstCategory() {
    for (int at = 0; at < size(); at++) {
      String category = category(at);
      if (category != null) {
        return category;
      }
    }
    return null;
  }

  Spot asAWhole(String label, Positions.Point middle) {
    return new Spot(
        label,
        Spot.Kind.TABLE,
        Spot.Naming.alone(label),
        middle.standing(null, null),
        firstCategory(),
        Set.of(),
        new Spot.Size(1, size(), false, false, 1));
  }

  Spot spot(int at, Positions.Point point) {
    String label = label(at);
    String own = StoredText.optional(seats.get(at), "label");
    String parent = StoredText.optional(node, "label");
    boolean row = kind == Spot.ParentKind.ROW;
    return new Spot(
        label,
        Spot.Kind.SEAT,
        new Spot.Naming(
            own == null ? label : own,
            null,
            parent,
            null,
            parent == null ? null : kind,
            section,
            null),
        point.standing(
            row && at > 0 ? label(at - 1) : null, row && at + 1 < size() ? label(at + 1) : null),
        category(at),
        Set.of(),
        Spot.Size.ONE);
  }
}

package dev.holdfast.app.v1;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Layouts in the notation of {@code draftVersion}. */
public final class Layouts {

  private Layouts() {}

  /** Seats A-1 .. A-30, VIP-G1 .. VIP-G3, T1-1 .. T1-4 and a standing area of ten places. */
  public static ObjectNode standard() {
    ObjectNode layout = rows(Json.object("label", "A", "categoryKey", "premium", "seats", 30));
    ObjectNode row = Json.object("label", "G", "categoryKey", "premium", "seats", 3);
    layout.set("sections", Json.array(Json.object("label", "VIP", "rows", List.of(row))));
    layout.set(
        "tables", Json.array(Json.object("label", "T1", "categoryKey", "floor", "seats", 4)));
    layout.set("gaAreas", Json.array(standing()));
    return layout;
  }

  /** Ten places at two prices. */
  public static ObjectNode standing() {
    return Json.object(
        "key",
        "floor",
        "label",
        "Floor",
        "capacity",
        10,
        "categoryKey",
        "floor",
        "categoryKeys",
        List.of("floor", "reduced"));
  }

  /** One row R with so many seats. */
  public static ObjectNode wide(int seats) {
    return rows(Json.object("label", "R", "categoryKey", "premium", "seats", seats));
  }

  public static ObjectNode rows(ObjectNode... rows) {
    ObjectNode layout = Json.object("schemaVersion", 1);
    layout.set("categories", categories());
    layout.set("rows", Json.array((Object[]) rows));
    return layout;
  }

  /** Loose seats that carry exactly these object labels. */
  public static ObjectNode labelled(List<String> objectLabels) {
    List<ObjectNode> seats =
        objectLabels.stream()
            .map(label -> Json.object("label", "1", "objectLabel", label, "categoryKey", "premium"))
            .toList();
    return rows(Json.object("label", "A", "seats", seats));
  }

  public static ArrayNode categories() {
    return Json.array(
        Json.object("key", "premium", "label", "Premium", "color", "#b03030"),
        Json.object("key", "floor", "label", "Floor"),
        Json.object("key", "reduced", "label", "Reduced"));
  }
}

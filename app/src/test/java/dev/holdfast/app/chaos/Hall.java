package dev.holdfast.app.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.Layouts;
import java.util.List;

/** What is sold. */
final class Hall {
  /** The seats that everybody wants. */
  static final List<String> SEATS = Json.labels("R", 1, 120);

  /** The category of those seats and of no others. */
  static final String WANTED = "premium";

  /** Places that are counted. */
  static final String AREA = "floor";

  static final int CAPACITY = 30;

  private Hall() {}

  /** A seat that only one who watches a node wants. */
  static String watched(int node) {
    return "P-" + (node + 1);
  }

  static ObjectNode layout() {
    ObjectNode layout =
        Layouts.rows(
            Json.object("label", "R", "categoryKey", WANTED, "seats", SEATS.size()),
            Json.object("label", "P", "categoryKey", "reduced", "seats", Schedule.NODES));
    layout.set(
        "gaAreas",
        Json.array(
            Json.object(
                "key", AREA, "label", "Floor", "capacity", CAPACITY, "categoryKey", "floor")));
    return layout;
  }
}

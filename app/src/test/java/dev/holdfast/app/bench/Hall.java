package dev.holdfast.app.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.Layouts;
import java.util.ArrayList;
import java.util.List;

/** Rows of a thousand seats. */
final class Hall {
  private static final int SEATS_IN_A_ROW = 1_000;

  private Hall() {}

  static ObjectNode layout(int seats) {
    List<ObjectNode> rows = new ArrayList<>();
    for (int left = seats; left > 0; left -= SEATS_IN_A_ROW) {
      rows.add(
          Json.object(
              "label",
              "R" + rows.size(),
              "categoryKey",
              "premium",
              "seats",
              Math.min(left, SEATS_IN_A_ROW)));
    }
    return Layouts.rows(rows.toArray(ObjectNode[]::new));
  }
}

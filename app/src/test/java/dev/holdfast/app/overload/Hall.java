package dev.holdfast.app.overload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.Layouts;
import java.util.stream.IntStream;

/** A hall with a seat for everybody. */
final class Hall {
  private static final int SEATS_IN_A_ROW = 1_000;

  private Hall() {}

  /** Whole rows, of so many seats at least. */
  static ObjectNode layout(int seats) {
    return Layouts.rows(
        IntStream.range(0, Math.ceilDiv(seats, SEATS_IN_A_ROW))
            .mapToObj(row ->
                Json.object("label", "R" + row, "categoryKey", "premium", "seats", SEATS_IN_A_ROW))
            .toArray(ObjectNode[]::new));
  }

  /** The label of a seat, counted from 0. */
  static String seat(int number) {
    return "R%d-%d".formatted(number / SEATS_IN_A_ROW, number % SEATS_IN_A_ROW + 1);
  }
}

package dev.holdfast.http.seatsio.drawing;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.http.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Drawings in single quotes, stored as they would be when somebody sent them. */
final class Sheets {
  private static final SeatsioNotation NOTATION = new SeatsioNotation();

  /** Declares what the tests' objects are in. */
  static final String CATEGORIES =
      "'categories':{'list':[{'key':9,'label':'Stalls','color':'#87A9CD','accessible':false},"
          + "{'key':'vip','label':'VIP','color':'#5E42BB','accessible':true}],"
          + "'maxCategoryKey':10}";

  private Sheets() {}

  /** A drawing of one floor with these members. */
  static String floor(String members) {
    return "{'name':'Hall'," + CATEGORIES + ",'subChart':{" + members + "}}";
  }

  static String stored(String drawing) {
    byte[] body = drawing.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return SeatsioDrawings.draft(Json.parse(body, true)).text();
  }

  static Layout layout(String drawing) {
    return NOTATION.read(stored(drawing));
  }

  static SeatingPlan plan(String drawing) {
    return layout(drawing).planDespiteProblems();
  }

  static Venue venue(String drawing) {
    return NOTATION.venue(stored(drawing));
  }

  static Spot spot(String drawing, String label) {
    return venue(drawing).find(label).orElseThrow();
  }

  /** Labels of all objects, in order. */
  static List<String> labels(String drawing) {
    return List.copyOf(venue(drawing).spots().keySet());
  }

  /** Labels of what the drawing itself sells, in order. */
  static List<String> sold(String drawing) {
    return plan(drawing).all().stream().map(Bookable::label).toList();
  }
}

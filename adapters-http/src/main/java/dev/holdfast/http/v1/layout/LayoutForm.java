package dev.holdfast.http.v1.layout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.Wording;

/**
 * The form of a layout: types and bounds of every member that means something here. What means
 * nothing here is kept as sent and not looked at.
 */
public final class LayoutForm {
  /** Most seats that one number stands for. */
  static final int MAX_SHORTHAND = 1_000;

  private static final int MAX_COORDINATE = 1_000_000;

  /** Bookable objects seen so far. */
  private long objects;

  private LayoutForm() {}

  /** Notes what is wrong with a layout. */
  public static void check(BodyReader layout) {
    LayoutForm form = new LayoutForm();
    layout.optionalInteger("schemaVersion", 1, 1);
    layout.eachObject("categories", LayoutForm::category);
    layout.eachObject("sections", form::section);
    layout.eachObject("rows", row -> form.line(row, ""));
    layout.eachObject("tables", table -> form.line(table, ""));
    layout.eachObject("gaAreas", form::area);
    layout.eachObject("shapes", _ -> {});
    if (form.objects > Layout.MAX_OBJECTS) {
      layout.problem("A layout has at most " + Layout.MAX_OBJECTS + " bookable objects");
    }
  }

  private static void category(BodyReader category) {
    label(category, "key");
    category.optionalText("label", 1, Layout.MAX_LABEL);
    category.optionalText("color", 1, Layout.MAX_LABEL);
  }

  private void section(BodyReader section) {
    String label = label(section, "label");
    section.eachObject("rows", row -> line(row, label));
  }

  /** A row or a table: seats in a line, under a label. */
  private void line(BodyReader line, String section) {
    String label = label(line, "label");
    line.optionalText("categoryKey", 1, Layout.MAX_LABEL);
    JsonNode seats = line.require("seats").node().get("seats");
    if (seats != null && seats.isNumber()) {
      int count = line.optionalInteger("seats", 1, MAX_SHORTHAND).orElse(0);
      objects += count;
      labelFits(line, "label", PlaceLabels.of(section, label, Integer.toString(count)));
    } else if (line.optionalArray("seats") != null) {
      line.eachObject("seats", seat -> seat(seat, section, label));
    }
  }

  private void seat(BodyReader seat, String section, String line) {
    objects++;
    String label = label(seat, "label");
    if (seat.optionalText("objectLabel", 1, Layout.MAX_LABEL).isEmpty()) {
      labelFits(seat, "label", PlaceLabels.of(section, line, label));
    }
    seat.optionalText("categoryKey", 1, Layout.MAX_LABEL);
    seat.checkNumber("x", -MAX_COORDINATE, MAX_COORDINATE);
    seat.checkNumber("y", -MAX_COORDINATE, MAX_COORDINATE);
  }

  /** A label made of several may be too long although each of them is not. */
  private static void labelFits(BodyReader object, String member, String label) {
    if (label.length() > Layout.MAX_LABEL) {
      object.problem(member, "In the whole chart: " + Wording.atMostCharacters(Layout.MAX_LABEL));
    }
  }

  private void area(BodyReader area) {
    objects++;
    label(area, "key");
    area.optionalText("label", 1, Layout.MAX_LABEL);
    area.require("capacity").optionalInteger("capacity", 1, Layout.MAX_CAPACITY);
    area.optionalText("categoryKey", 1, Layout.MAX_LABEL);
    if (!area.node().path("categoryKeys").isEmpty()) {
      area.optionalLabels("categoryKeys", Layout.MAX_OBJECTS);
    } else {
      area.optionalArray("categoryKeys");
    }
  }

  private static String label(BodyReader object, String member) {
    return object.text(member, 1, Layout.MAX_LABEL);
  }
}

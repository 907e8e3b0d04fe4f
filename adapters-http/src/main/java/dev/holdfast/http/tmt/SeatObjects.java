package dev.holdfast.http.tmt;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.SeatingPlan;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Objects as seats.io answers them after a change: {@code objects} by label (sheet, section 3.4).
 * What the layout does not say of an object any more is left out.
 */
final class SeatObjects {
  private final SeatingPlan plan;
  private final Map<String, String> categoryLabels = new HashMap<>();

  SeatObjects(SeatingPlan plan) {
    this.plan = plan;
    for (Category category : plan.categories()) {
      categoryLabels.put(category.key(), category.label());
    }
  }

  /** Writes what is known of an object, without its braces. */
  void write(JsonGenerator json, String label, String status, long version) throws IOException {
    json.writeStringField("label", label);
    json.writeStringField("status", status);
    Optional<Bookable> object = plan.find(label);
    if (object.isPresent()) {
      switch (object.get()) {
        case Bookable.NamedSeat seat -> seat(json, seat);
        case Bookable.Places area -> area(json, area);
      }
      json.writeBooleanField("forSale", true);
    }
    json.writeNumberField("version", version);
  }

  /** Whether the layout has it as an area. */
  boolean isArea(String label) {
    return plan.find(label).orElse(null) instanceof Bookable.Places;
  }

  /**
   * The row, or the table, is what stands before the last hyphen of a label, the seat what stands
   * behind it. A table as a whole has its label alone.
   */
  private void seat(JsonGenerator json, Bookable.NamedSeat seat) throws IOException {
    int hyphen = seat.isTable() ? -1 : seat.label().lastIndexOf('-');
    String own = seat.label().substring(hyphen + 1);
    @Nullable String parent = hyphen > 0 ? seat.label().substring(0, hyphen) : null;
    String type = seat.isTable() ? "table" : "seat";
    json.writeObjectFieldStart("labels");
    named(json, "own", own, type);
    if (parent != null) {
      named(json, "parent", parent, parent.equals(seat.table()) ? "table" : "row");
    }
    json.writeEndObject();
    json.writeObjectFieldStart("ids");
    json.writeStringField("own", own);
    if (parent != null) {
      json.writeStringField("parent", parent);
    }
    json.writeEndObject();
    category(json, seat.category());
    json.writeStringField("objectType", type);
  }

  private void area(JsonGenerator json, Bookable.Places area) throws IOException {
    json.writeObjectFieldStart("labels");
    named(json, "own", area.label(), "generalAdmission");
    json.writeEndObject();
    json.writeObjectFieldStart("ids");
    json.writeStringField("own", area.label());
    json.writeEndObject();
    category(json, area.categories().isEmpty() ? null : area.categories().getFirst());
    json.writeStringField("objectType", "generalAdmission");
    json.writeNumberField("capacity", area.capacity());
  }

  private void category(JsonGenerator json, @Nullable String key) throws IOException {
    if (key != null) {
      json.writeStringField("categoryLabel", categoryLabels.getOrDefault(key, key));
      json.writeStringField("categoryKey", key);
    }
  }

  private static void named(JsonGenerator json, String member, String label, String type)
      throws IOException {
    json.writeObjectFieldStart(member);
    json.writeStringField("label", label);
    json.writeStringField("type", type);
    json.writeEndObject();
  }
}

package dev.holdfast.http.seatsio.drawing;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.chart.Category;
import java.io.IOException;
import java.util.List;

/** Categories as the dialect shows them: four members each, the key of the type it was drawn in. */
public final class CategoryJson {
  private CategoryJson() {}

  /** One category. */
  public static void write(JsonGenerator json, Category category) throws IOException {
    json.writeStartObject();
    json.writeFieldName("key");
    if (category.numbered()) {
      json.writeNumber(category.key());
    } else {
      json.writeString(category.key());
    }
    json.writeStringField("label", category.label());
    if (category.color() != null) {
      json.writeStringField("color", category.color());
    }
    json.writeBooleanField("accessible", category.accessible());
    json.writeEndObject();
  }

  /** A list of them. */
  public static void writeAll(JsonGenerator json, List<Category> categories) throws IOException {
    json.writeStartArray();
    for (Category category : categories) {
      write(json, category);
    }
    json.writeEndArray();
  }
}

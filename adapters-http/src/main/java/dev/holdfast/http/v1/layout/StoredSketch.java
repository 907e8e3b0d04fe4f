package dev.holdfast.http.v1.layout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.thumbnail.Sketch;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads for a picture what {@link FullLayout} wrote, as it comes: anybody may ask for the picture,
 * and the tree of a layout takes many times its text. What a layout may say of positions without
 * being asked to ({@code x, y, width, height} of areas and shapes) is believed where it makes
 * sense.
 */
public final class StoredSketch {
  private final Sketch sketch = new Sketch();
  private final JsonParser json;

  private StoredSketch(JsonParser json) {
    this.json = json;
  }

  /** What is done at a value; it reads all of it. */
  private interface Member {
    void read(String name) throws IOException;
  }

  /**
   * A sketch of the layout in a stored text.
   *
   * @throws IllegalArgumentException when it is no JSON
   */
  public static Sketch read(String text) {
    try (JsonParser json = Json.storedParser(text)) {
      json.nextToken();
      StoredSketch reader = new StoredSketch(json);
      reader.object(reader::list);
      return reader.sketch;
    } catch (IOException e) {
      throw new IllegalArgumentException("stored text is no JSON", e);
    }
  }

  private void object(Member member) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      member.read(name);
    }
  }

  private void each(String name, Member item) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      item.read(name);
    }
  }

  private void list(String name) throws IOException {
    switch (name) {
      case "categories" -> each(name, _ -> category());
      case "sections" -> each(name, _ -> object(this::section));
      case "rows", "tables" -> each(name, _ -> line());
      case "gaAreas" -> each(name, _ -> area());
      case "shapes" -> each(name, _ -> shape());
      default -> json.skipChildren();
    }
  }

  private void category() throws IOException {
    Values values = new Values();
    object(values::read);
    if (values.key != null && values.color != null) {
      sketch.category(values.key, values.color);
    }
  }

  private void section(String name) throws IOException {
    if (name.equals("rows")) {
      each(name, _ -> line());
    } else {
      json.skipChildren();
    }
  }

  private void line() throws IOException {
    object(name -> {
      if (name.equals("seats")) {
        each(name, _ -> seat());
      } else {
        json.skipChildren();
      }
    });
    sketch.endLine();
  }

  private void seat() throws IOException {
    Values values = new Values();
    object(values::read);
    sketch.seat(values.category, values.x, values.y);
  }

  private void area() throws IOException {
    Values values = new Values();
    object(values::read);
    String category = values.category == null ? values.firstCategory : values.category;
    sketch.area(category, values.x, values.y, values.width, values.height);
  }

  private void shape() throws IOException {
    Values values = new Values();
    object(values::read);
    if ("rect".equals(values.type)) {
      sketch.shape(values.x, values.y, values.width, values.height);
    }
  }

  /** The members of an object that matter to a picture. */
  private final class Values {
    private @Nullable String key;
    private @Nullable String color;
    private @Nullable String type;
    private @Nullable String category;
    private @Nullable String firstCategory;
    private double x = Double.NaN;
    private double y = Double.NaN;
    private double width = Double.NaN;
    private double height = Double.NaN;

    private void read(String name) throws IOException {
      switch (name) {
        case "key" -> key = text();
        case "color" -> color = text();
        case "type" -> type = text();
        case "categoryKey" -> category = text();
        case "categoryKeys" -> each(name, _ -> firstOf());
        case "x" -> x = number();
        case "y" -> y = number();
        case "width" -> width = number();
        case "height" -> height = number();
        default -> json.skipChildren();
      }
    }

    private void firstOf() throws IOException {
      String text = text();
      if (firstCategory == null) {
        firstCategory = text;
      }
    }
  }

  private @Nullable String text() throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    json.skipChildren();
    return null;
  }

  private double number() throws IOException {
    if (!json.currentToken().isNumeric()) {
      json.skipChildren();
      return Double.NaN;
    }
    double number = json.getDoubleValue();
    return Math.abs(number) <= Sketch.MAX_COORDINATE ? number : Double.NaN;
  }
}

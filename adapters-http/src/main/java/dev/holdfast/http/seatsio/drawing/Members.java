package dev.holdfast.http.seatsio.drawing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.http.json.Wording;
import dev.holdfast.http.seatsio.drawing.Drawing.Point;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a drawing as they come, within bounds. What is absent, null or of another type is
 * not there: drawings have many authors. What is out of bounds ends the reading.
 */
final class Members {
  /** Farthest coordinate, to either side of zero, in the drawing's unit. */
  static final int MAX_COORDINATE = 1_000_000;

  private final JsonParser json;

  /** Categories, zones and entrances are few, and every seat names some. */
  private final Map<String, String> words = new HashMap<>();

  Members(JsonParser json) {
    this.json = json;
  }

  /** What is done at a member's value; it reads all of it. */
  @FunctionalInterface
  interface Member {
    void read(String name) throws IOException;
  }

  /** What is done at an item of a list; it reads all of it. */
  @FunctionalInterface
  interface Item {
    void read() throws IOException;
  }

  /** Reads the members of the object here; skips what is none. */
  void object(Member member) throws IOException {
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

  /** Reads one member of the object here, and skips the others. */
  void member(String wanted, Item value) throws IOException {
    object(name -> {
      if (name.equals(wanted)) {
        value.read();
      } else {
        skip();
      }
    });
  }

  /** Reads the objects of the list here; skips its other items, and what is no list. */
  void eachObject(Item item) throws IOException {
    eachValue(() -> {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        item.read();
      } else {
        skip();
      }
    });
  }

  /** Reads the items of the list here; skips what is none. */
  void eachValue(Item item) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      item.read();
    }
  }

  void skip() throws IOException {
    json.skipChildren();
  }

  /** A text, or a number as a text. */
  @Nullable String text() throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
      return json.getText();
    }
    json.skipChildren();
    return null;
  }

  boolean isNumber() {
    return json.currentToken().isNumeric();
  }

  /** A text of 1 to {@link Layout#MAX_LABEL} characters. */
  @Nullable String label() throws IOException {
    String text = text();
    if (text != null && text.length() > Layout.MAX_LABEL) {
      throw outOfBounds(Wording.atMostCharacters(Layout.MAX_LABEL));
    }
    return text == null || text.isEmpty() ? null : text;
  }

  /** A label that many objects have. */
  @Nullable String word() throws IOException {
    String label = label();
    return label == null ? null : words.computeIfAbsent(label, same -> same);
  }

  boolean flag() throws IOException {
    json.skipChildren();
    return json.currentToken() == JsonToken.VALUE_TRUE;
  }

  /** {@code NaN} when it is none. */
  float coordinate() throws IOException {
    if (!isNumber()) {
      json.skipChildren();
      return Float.NaN;
    }
    float number = json.getFloatValue();
    if (!(Math.abs(number) <= MAX_COORDINATE)) {
      throw outOfBounds(
          number > 0 ? Wording.atMost(MAX_COORDINATE) : Wording.atLeast(-MAX_COORDINATE));
    }
    return number;
  }

  /** Null when it is none. */
  @Nullable Point point() throws IOException {
    float[] point = {Float.NaN, Float.NaN};
    object(name -> {
      switch (name) {
        case "x" -> point[0] = coordinate();
        case "y" -> point[1] = coordinate();
        default -> skip();
      }
    });
    return Float.isNaN(point[0]) || Float.isNaN(point[1]) ? null : new Point(point[0], point[1]);
  }

  /** A number from 0 to {@code max}, without its fraction; 0 when it is none, or below. */
  int count(int max) throws IOException {
    if (!isNumber()) {
      json.skipChildren();
      return 0;
    }
    double number = json.getDoubleValue();
    if (!(number <= max)) {
      throw outOfBounds(Wording.atMost(max));
    }
    return (int) Math.max(0, number);
  }

  /** What is here is out of bounds. */
  OutOfBounds outOfBounds(String problem) {
    StringBuilder path = new StringBuilder();
    for (JsonPointer at = json.getParsingContext().pathAsPointer();
        at != null && !at.matches();
        at = at.tail()) {
      path.append(path.isEmpty() ? "" : ".").append(at.getMatchingProperty());
    }
    return new OutOfBounds(path.toString(), problem);
  }
}

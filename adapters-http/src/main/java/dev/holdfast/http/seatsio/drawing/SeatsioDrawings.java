package dev.holdfast.http.seatsio.drawing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.http.json.DotPath;
import dev.holdfast.http.json.InvalidRequest;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.json.Wording;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Drawings on their way in, and what is changed of those that are stored. All but the name, the
 * type and the categories is kept exactly as it was sent, whether it means something here or not.
 */
public final class SeatsioDrawings {
  /** What a drawing is called that nobody named (section 9). */
  public static final String UNTITLED = "Untitled chart";

  private static final String BLANK =
      """
      {"name":"","version":22,"venueType":"","categories":{"list":[],"maxCategoryKey":0},\
      "subChart":{"height":0,"width":0,"rows":[],"tables":[],"booths":[],\
      "generalAdmissionAreas":[],"sections":[],"texts":[],"shapes":[],"icons":[],\
      "imageObjects":[],"focalPoint":null}}\
      """;

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

  private SeatsioDrawings() {}

  /** What is known of a drawing without a look at its objects. */
  public record Facts(
      String name, VenueType type, List<Category> categories, List<Venue.Zone> zones) {}

  /**
   * A drawing in a body. What it leaves out of its name, its type and its categories is there from
   * now on, and old names of types are not.
   *
   * @throws InvalidRequest when it is none, or out of bounds
   */
  public static NewDraft draft(JsonNode body) {
    if (!(body instanceof ObjectNode)) {
      throw new InvalidRequest(DotPath.ROOT, Wording.expected("object", body));
    }
    try {
      String text = Json.text(body);
      Drawing drawing = DrawingReader.read(text);
      DrawnHouse.of(drawing);
      return draft(DrawingText.of(text), drawing);
    } catch (OutOfBounds e) {
      throw new InvalidRequest(Map.of(e.path(), List.of(e.problem())));
    }
  }

  private static NewDraft draft(DrawingText text, Drawing drawing) {
    String name = nameOf(drawing);
    if (name.length() > Chart.MAX_NAME) {
      throw new OutOfBounds("name", Wording.atMostCharacters(Chart.MAX_NAME));
    }
    DrawingText named =
        text.with("name", json -> json.writeString(name))
            .with("venueType", json -> json.writeString(drawing.type().name()));
    return stored(
        text.member("categories").path("list").isArray()
            ? named
            : withCategories(named, drawing.categories()));
  }

  private static String nameOf(Drawing drawing) {
    return drawing.name() == null || drawing.name().isEmpty() ? UNTITLED : drawing.name();
  }

  /** A drawing of nothing. */
  public static NewDraft blank(String name, VenueType type, List<Category> categories) {
    DrawingText text =
        DrawingText.of(BLANK)
            .with("name", json -> json.writeString(name))
            .with("venueType", json -> json.writeString(type.name()));
    return stored(withCategories(text, categories));
  }

  /** A stored drawing under another name. */
  public static NewDraft named(String drawing, String name) {
    return stored(DrawingText.of(drawing).with("name", json -> json.writeString(name)));
  }

  /** A stored drawing with other categories. */
  public static NewDraft withCategories(String drawing, List<Category> categories) {
    return stored(withCategories(DrawingText.of(drawing), categories));
  }

  private static DrawingText withCategories(DrawingText text, List<Category> categories) {
    JsonNode last = text.member("categories").path("maxCategoryKey");
    BigInteger highest =
        Stream.concat(
                Stream.of(last).filter(JsonNode::isIntegralNumber).map(JsonNode::bigIntegerValue),
                categories.stream().flatMap(SeatsioDrawings::integerKey))
            .reduce(BigInteger.ZERO, BigInteger::max);
    return text.with(
        "categories",
        json -> {
          json.writeStartObject();
          json.writeFieldName("list");
          CategoryJson.writeAll(json, categories);
          json.writeNumberField("maxCategoryKey", highest);
          json.writeEndObject();
        });
  }

  private static Stream<BigInteger> integerKey(Category category) {
    return category.numbered() && INTEGER.matcher(category.key()).matches()
        ? Stream.of(new BigInteger(category.key()))
        : Stream.empty();
  }

  /** What a stored drawing calls itself; empty when it does not. */
  public static Optional<String> nameIn(String drawing) {
    return Optional.ofNullable(DrawingReader.readWithoutObjects(drawing).name())
        .filter(name -> !name.isEmpty());
  }

  /** What is known of a stored drawing. */
  public static Facts facts(String drawing) {
    Drawing read = DrawingReader.readWithoutObjects(drawing);
    return new Facts(
        nameOf(read),
        read.type(),
        read.categories(),
        read.zones().stream().map(zone -> new Venue.Zone(zone.key(), zone.label())).toList());
  }

  /** What a stored drawing lacks to be sold well. */
  public static Set<Flaw> flaws(String drawing) {
    return FlawSearch.in(DrawingReader.read(drawing));
  }

  private static NewDraft stored(DrawingText text) {
    return new NewDraft(SeatsioNotation.NAME, text.text());
  }
}

package dev.holdfast.http.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.http.reference.ReferenceDocument.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Requests that tell whether an operation's body is read as its schema says: each bound met and
 * missed by one, each member null, each required member left out.
 */
final class Probes {
  /** Any member may be told. */
  static final String ANY = "*";

  /** Nothing is wrong. */
  static final String NONE = "";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /**
   * One request.
   *
   * @param wrong the dot path that it must be refused for, {@link #ANY} or {@link #NONE}
   */
  record Probe(String what, JsonNode body, String wrong) {}

  /**
   * A member with a default.
   *
   * @param without a body that leaves it out
   * @param place puts a value there
   */
  record Default(String what, JsonNode value, JsonNode without, UnaryOperator<JsonNode> place) {}

  private final Samples samples;
  private final ReferenceDocument document;
  private final List<Probe> probes = new ArrayList<>();
  private final List<Default> defaults = new ArrayList<>();

  private Probes(ReferenceDocument document) {
    this.document = document;
    this.samples = new Samples(document);
  }

  static Probes of(ReferenceDocument document, Operation operation) {
    Probes probes = new Probes(document);
    probes.visit(operation.bodySchema(), NONE, UnaryOperator.identity());
    return probes;
  }

  List<Probe> all() {
    return probes;
  }

  List<Default> defaults() {
    return defaults;
  }

  /**
   * Probes a value that stands at this path.
   *
   * @param place puts a value there, into a body that is right everywhere else
   */
  private void visit(JsonNode unresolved, String path, UnaryOperator<JsonNode> place) {
    JsonNode schema = document.resolved(unresolved);
    List<JsonNode> choices = Samples.choices(schema);
    if (!choices.isEmpty()) {
      choices.forEach(each -> visit(each, path, place));
      return;
    }
    if (Samples.nullable(schema)) {
      right(path, place.apply(JSON.nullNode()));
    } else {
      wrong(path, path.isEmpty() ? "_root" : path, place.apply(JSON.nullNode()));
    }
    bytesAndDepth(schema, path, place);
    switch (Samples.type(schema)) {
      case "object" -> members(schema, path, place);
      case "array" -> items(schema, path, place);
      case "string" -> texts(schema, path, place);
      case "integer", "number" -> numbers(schema, path, place);
      case "boolean" -> right(path, place.apply(JSON.booleanNode(true)));
      default -> throw new AssertionError(path + " has no type");
    }
  }

  private void members(JsonNode schema, String path, UnaryOperator<JsonNode> place) {
    JsonNode least = samples.least(schema);
    right(path, place.apply(least));
    for (String name : Samples.required(schema)) {
      ObjectNode without = least.deepCopy();
      without.remove(name);
      wrong(path + " without " + name, join(path, name), place.apply(without));
    }
    List<String> alternatives =
        Samples.alternatives(schema).stream().flatMap(List::stream).toList();
    if (!alternatives.isEmpty()) {
      ObjectNode neither = least.deepCopy();
      neither.remove(alternatives);
      wrong(path + " without any of " + alternatives, ANY, place.apply(neither));
      ObjectNode all = least.deepCopy();
      alternatives.forEach(
          name -> all.set(name, samples.least(schema.path("properties").path(name))));
      String expected = schema.has("oneOf") ? ANY : NONE;
      probe(path + " with all of " + alternatives, expected, place.apply(all));
    }
    schema
        .path("properties")
        .forEachEntry((name, member) -> {
          String at = join(path, name);
          UnaryOperator<JsonNode> here = value -> place.apply(member(schema, at, name, value));
          visit(member, at, here);
          JsonNode otherwise = document.resolved(member).path("default");
          if (!otherwise.isMissingNode()) {
            ObjectNode without = member(schema, at, name, otherwise);
            without.remove(name);
            defaults.add(new Default(at, otherwise, place.apply(without), here));
          }
        });
  }

  private ObjectNode member(JsonNode schema, String at, String name, JsonNode value) {
    ObjectNode object = samples.with(schema, name, value);
    companions(at).forEach(object::set);
    return object;
  }

  /** What has to stand beside a member so that nothing but its own form decides. */
  private static Map<String, JsonNode> companions(String path) {
    JsonNode yard = JSON.textNode("yard");
    return switch (path) {
      case "quantity" ->
          Map.of("objectLabel", yard, "objectType", JSON.textNode("generalAdmission"));
      case "objectType" -> Map.of("objectLabel", yard);
      // Of an object that is not there it is not asked whether it is in the category.
      case "categoryKey" -> Map.of("objectLabel", JSON.textNode("nowhere"));
      case "allPlaces" -> Map.of("objectLabels", Samples.many(yard, 1));
      default ->
          // The label in the whole chart, made of several, has a bound of its own.
          path.endsWith(".seats.0.label") ? Map.of("objectLabel", JSON.textNode("seat")) : Map.of();
    };
  }

  private void items(JsonNode schema, String path, UnaryOperator<JsonNode> place) {
    JsonNode item = samples.least(schema.path("items"));
    if (schema.has("minItems")) {
      int min = schema.path("minItems").asInt();
      right(path, place.apply(Samples.many(item, min)));
      wrong(path + " of too few", path, place.apply(Samples.many(item, min - 1)));
    }
    if (schema.has("maxItems")) {
      int max = schema.path("maxItems").asInt();
      right(path, place.apply(Samples.many(item, max)));
      wrong(path + " of too many", path, place.apply(Samples.many(item, max + 1)));
    }
    visit(schema.path("items"), path + ".0", value -> place.apply(JSON.arrayNode().add(value)));
  }

  private void texts(JsonNode schema, String path, UnaryOperator<JsonNode> place) {
    schema.path("enum").forEach(word -> right(path, place.apply(word)));
    if (schema.has("enum")) {
      wrong(path + " of no such word", path, place.apply(JSON.textNode("no such word")));
      return;
    }
    if (Samples.isUrl(schema)) {
      urls(schema.path("maxLength").asInt(), path, place);
      return;
    }
    if (Samples.isDate(schema)) {
      List.of("0001-01-01", "2028-02-29", "9999-12-31")
          .forEach(day -> right(path, place.apply(JSON.textNode(day))));
      List.of("", "0000-12-31", "2027-02-29", "2027-2-3", "+10000-01-01", "-0001-01-01")
          .forEach(no -> wrong(path + " of " + no, path, place.apply(JSON.textNode(no))));
      return;
    }
    int min = schema.path("minLength").asInt();
    int max = schema.path("maxLength").asInt();
    right(path, place.apply(Samples.text(min)));
    right(path, place.apply(Samples.text(max)));
    if (min > 0) {
      wrong(path + " too short", path, place.apply(Samples.text(min - 1)));
    }
    wrong(path + " too long", path, place.apply(Samples.text(max + 1)));
  }

  private void urls(int max, String path, UnaryOperator<JsonNode> place) {
    right(path, place.apply(Samples.url(max)));
    wrong(path + " too long", path, place.apply(Samples.url(max + 1)));
    wrong(path + " that is empty", path, place.apply(Samples.text(0)));
    wrong(path + " that is no URL", path, place.apply(Samples.text(1)));
  }

  private void numbers(JsonNode schema, String path, UnaryOperator<JsonNode> place) {
    long min = schema.path("minimum").asLong(schema.path("const").asLong());
    long max = schema.path("maximum").asLong(schema.path("const").asLong());
    right(path, place.apply(JSON.numberNode(min)));
    right(path, place.apply(JSON.numberNode(max)));
    wrong(path + " too small", path, place.apply(JSON.numberNode(min - 1)));
    wrong(path + " too large", path, place.apply(JSON.numberNode(max + 1)));
    boolean fraction = schema.path("type").asText().equals("number");
    probe(path + " of a fraction", fraction ? NONE : path, place.apply(JSON.numberNode(1.5)));
  }

  private void bytesAndDepth(JsonNode schema, String path, UnaryOperator<JsonNode> place) {
    if (schema.has("x-max-bytes")) {
      int bytes = schema.path("x-max-bytes").asInt();
      right(path, place.apply(Samples.ofBytes(bytes)));
      wrong(path + " too large", path, place.apply(Samples.ofBytes(bytes + 1)));
    }
    if (schema.has("x-max-depth")) {
      int depth = schema.path("x-max-depth").asInt();
      right(path, place.apply(Samples.ofDepth(depth)));
      wrong(path + " too deep", path, place.apply(Samples.ofDepth(depth + 1)));
    }
    if (schema.has("x-max-bookable-objects")) {
      int seats = schema.path("x-max-bookable-objects").asInt();
      right(path, place.apply(Samples.ofSeats(seats)));
      wrong(path + " of too many seats", path, place.apply(Samples.ofSeats(seats + 1)));
    }
  }

  private void right(String path, JsonNode body) {
    probe(path + " within its bounds", NONE, body);
  }

  private void wrong(String what, String path, JsonNode body) {
    probe(what, path, body);
  }

  private void probe(String what, String wrong, JsonNode body) {
    probes.add(new Probe(what, body, wrong));
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}

package dev.holdfast.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.seat.ExtraData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a JSON object and collects what is wrong with them. A wrong member yields a
 * stand-in, so reading goes on; {@link #check()} ends the request when there was any, and only what
 * passed it may be believed.
 *
 * <p>An absent member and a null are two things, as in the validation that clients know: null is a
 * value of the wrong type.
 */
public final class BodyReader {
  private final ObjectNode object;
  private final DotPath path;
  private final Problems problems;

  /** Reads an object that stands here in a body. */
  public BodyReader(ObjectNode object, DotPath path, Problems problems) {
    this.object = object;
    this.path = path;
    this.problems = problems;
  }

  /**
   * Reads a whole body.
   *
   * @throws InvalidRequest when it is no object
   */
  public static BodyReader of(JsonNode body) {
    if (body instanceof ObjectNode object) {
      return new BodyReader(object, DotPath.ROOT, new Problems());
    }
    throw new InvalidRequest(DotPath.ROOT, Wording.expected("object", body));
  }

  /** Ends the request when anything was wrong. */
  public void check() {
    problems.check();
  }

  /** Whether nothing of the whole body was wrong so far. */
  public boolean sound() {
    return problems.none();
  }

  /** Whether the member was sent, whatever it is. */
  public boolean has(String name) {
    return object.has(name);
  }

  /** Notes a problem of a member that no type or bound tells. */
  public void problem(String name, String text) {
    problems.add(path.to(name), text);
  }

  /** Notes a problem of the object as a whole. */
  public void problem(String text) {
    problems.add(path, text);
  }

  /** Notes that the member is missing, if it is. */
  public BodyReader require(String name) {
    if (!has(name)) {
      problem(name, Wording.REQUIRED);
    }
    return this;
  }

  /** A text that must be there. */
  public String text(String name, int min, int max) {
    return require(name).optionalText(name, min, max).orElse("");
  }

  /** A text that may be absent. */
  public Optional<String> optionalText(String name, int min, int max) {
    JsonNode value = object.get(name);
    return value == null ? Optional.empty() : textOf(value, path.to(name), min, max);
  }

  private Optional<String> textOf(JsonNode value, DotPath at, int min, int max) {
    if (!value.isTextual()) {
      problems.add(at, Wording.expected("string", value));
      return Optional.empty();
    }
    int length = value.textValue().length();
    if (length < min) {
      problems.add(at, Wording.atLeastCharacters(min));
    } else if (length > max) {
      problems.add(at, Wording.atMostCharacters(max));
    } else {
      return Optional.of(value.textValue());
    }
    return Optional.empty();
  }

  /** One of a few texts; may be absent. */
  public Optional<String> optionalChoice(String name, List<String> allowed) {
    JsonNode value = object.get(name);
    return value == null ? Optional.empty() : choiceOf(value, path.to(name), allowed);
  }

  private Optional<String> choiceOf(JsonNode value, DotPath at, List<String> allowed) {
    Optional<String> text = textOf(value, at, 0, Integer.MAX_VALUE);
    if (text.isPresent() && !allowed.contains(text.get())) {
      problems.add(at, Wording.notAmong(allowed, shortened(text.get())));
    }
    return text.filter(allowed::contains);
  }

  /** What is repeated in an answer need not be as long as what was sent. */
  private static String shortened(String text) {
    return text.length() <= 50
        ? text
        : text.codePoints()
            .limit(50)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .append("...")
            .toString();
  }

  /** An integer from {@code min} to {@code max} that may be absent. */
  public Optional<Integer> optionalInteger(String name, int min, int max) {
    return integer(name, min, max, Wording.atLeast(min));
  }

  /** An integer above zero, to {@code max}, that may be absent. */
  public Optional<Integer> optionalPositive(String name, int max) {
    return integer(name, 1, max, Wording.positive());
  }

  private Optional<Integer> integer(String name, int min, int max, String tooSmall) {
    Optional<BigDecimal> number = optionalNumber(name);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    // 900.0 and 9e2 are the integer 900 to every client that counts in doubles.
    if (number.get().stripTrailingZeros().scale() > 0) {
      problem(name, Wording.NOT_AN_INTEGER);
    } else if (number.get().compareTo(BigDecimal.valueOf(min)) < 0) {
      problem(name, tooSmall);
    } else if (number.get().compareTo(BigDecimal.valueOf(max)) > 0) {
      problem(name, Wording.atMost(max));
    } else {
      return Optional.of(number.get().intValueExact());
    }
    return Optional.empty();
  }

  /** A number that may be absent and have a fraction. */
  public Optional<BigDecimal> optionalNumber(String name) {
    JsonNode value = object.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isNumber()) {
      problem(name, Wording.expected("number", value));
      return Optional.empty();
    }
    return Optional.of(value.decimalValue());
  }

  /** A number in these bounds that may be absent; only looked at. */
  public void checkNumber(String name, long min, long max) {
    Optional<BigDecimal> number = optionalNumber(name);
    if (number.isPresent() && number.get().compareTo(BigDecimal.valueOf(min)) < 0) {
      problem(name, Wording.atLeast(min));
    } else if (number.isPresent() && number.get().compareTo(BigDecimal.valueOf(max)) > 0) {
      problem(name, Wording.atMost(max));
    }
  }

  /** A switch that is off when absent. */
  public boolean flag(String name) {
    return optionalFlag(name).orElse(false);
  }

  /** A switch that may be absent. */
  public Optional<Boolean> optionalFlag(String name) {
    JsonNode value = object.get(name);
    if (value != null && !value.isBoolean()) {
      problem(name, Wording.expected("boolean", value));
      return Optional.empty();
    }
    return Optional.ofNullable(value).map(JsonNode::asBoolean);
  }

  /** A list of labels that must be there: 1 to {@code maxItems} texts of 1 to 255 characters. */
  public List<String> labels(String name, int maxItems) {
    return require(name).optionalLabels(name, maxItems).orElse(List.of());
  }

  /** The same list when it may be absent. */
  public Optional<List<String>> optionalLabels(String name, int maxItems) {
    return optionalTexts(name, maxItems, MAX_LABEL);
  }

  /** A list of texts that must be there: 1 to {@code maxItems}, of 1 to so many characters. */
  public List<String> texts(String name, int maxItems, int maxCharacters) {
    return require(name).optionalTexts(name, maxItems, maxCharacters).orElse(List.of());
  }

  private Optional<List<String>> optionalTexts(String name, int maxItems, int maxCharacters) {
    return optionalItems(name, maxItems, (item, at) -> textOf(item, at, 1, maxCharacters));
  }

  /** A list of some of a few texts: 1 to {@code maxItems}; may be absent. */
  public Optional<List<String>> optionalChoices(String name, int maxItems, List<String> allowed) {
    return optionalItems(name, maxItems, (item, at) -> choiceOf(item, at, allowed));
  }

  private Optional<List<String>> optionalItems(
      String name, int maxItems, BiFunction<JsonNode, DotPath, Optional<String>> read) {
    JsonNode array = optionalArray(name);
    if (array == null) {
      return Optional.empty();
    }
    if (array.isEmpty() || array.size() > maxItems) {
      boolean few = array.isEmpty();
      problem(name, few ? Wording.atLeastElements(1) : Wording.atMostElements(maxItems));
      return Optional.empty();
    }
    List<String> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      read.apply(array.get(i), path.to(name).to(i)).ifPresent(items::add);
    }
    return Optional.of(items);
  }

  /** Longest label, key or token. */
  public static final int MAX_LABEL = 255;

  /** An array that may be absent, as it was sent. */
  public @Nullable JsonNode optionalArray(String name) {
    JsonNode value = object.get(name);
    if (value != null && !value.isArray()) {
      problem(name, Wording.expected("array", value));
      return null;
    }
    return value;
  }

  /** Looks at each object of an array that may be absent. */
  public void eachObject(String name, Consumer<BodyReader> look) {
    JsonNode array = optionalArray(name);
    if (array == null) {
      return;
    }
    for (int i = 0; i < array.size() && !problems.full(); i++) {
      DotPath at = path.to(name).to(i);
      if (array.get(i) instanceof ObjectNode item) {
        look.accept(new BodyReader(item, at, problems));
      } else {
        problems.add(at, Wording.expected("object", array.get(i)));
      }
    }
  }

  /** An object that may be absent, to be read in turn. */
  public Optional<BodyReader> optionalObject(String name) {
    return optionalNode(name).map(node -> new BodyReader(node, path.to(name), problems));
  }

  /** Reads an object in the place of a member: the items of a list, by their index. */
  public BodyReader within(String name, ObjectNode instead) {
    return new BodyReader(instead, path.to(name), problems);
  }

  /** An object that may be absent, as it was sent. */
  public Optional<ObjectNode> optionalNode(String name) {
    JsonNode value = object.get(name);
    if (value == null || value instanceof ObjectNode) {
      return Optional.ofNullable((ObjectNode) value);
    }
    problem(name, Wording.expected("object", value));
    return Optional.empty();
  }

  /** The object that is read. */
  public ObjectNode node() {
    return object;
  }

  /** Extra data; none when absent. */
  public ExtraData extraData(String name) {
    return optionalNode(name)
        .map(node -> ExtraDataText.of(node, path.to(name), problems))
        .orElse(ExtraData.NONE);
  }
}

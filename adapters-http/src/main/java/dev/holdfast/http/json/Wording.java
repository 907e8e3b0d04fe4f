package dev.holdfast.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** The texts of validation problems, as clients of the v1 dialect know them (Zod's, version 3). */
public final class Wording {
  /** A member is missing. */
  public static final String REQUIRED = "Required";

  /** A number has a fraction where none may be. */
  public static final String NOT_AN_INTEGER = "Expected integer, received float";

  private Wording() {}

  /** The value has another type. */
  public static String expected(String type, String received) {
    return "Expected " + type + ", received " + received;
  }

  /** The value has another type. */
  public static String expected(String type, JsonNode received) {
    return expected(type, typeOf(received));
  }

  /** A text is too short. */
  public static String atLeastCharacters(int min) {
    return "String must contain at least " + min + " character(s)";
  }

  /** A text is too long. */
  public static String atMostCharacters(int max) {
    return "String must contain at most " + max + " character(s)";
  }

  /** An array is too short. */
  public static String atLeastElements(int min) {
    return "Array must contain at least " + min + " element(s)";
  }

  /** An array is too long. */
  public static String atMostElements(int max) {
    return "Array must contain at most " + max + " element(s)";
  }

  /** A number is too small. */
  public static String atLeast(long min) {
    return "Number must be greater than or equal to " + min;
  }

  /** A number is zero or less. */
  public static String positive() {
    return "Number must be greater than 0";
  }

  /** A number is too large. */
  public static String atMost(long max) {
    return "Number must be less than or equal to " + max;
  }

  /** A text is none of those allowed. */
  public static String notAmong(List<String> allowed, String received) {
    String list = allowed.stream().map(each -> "'" + each + "'").collect(Collectors.joining(" | "));
    return "Invalid enum value. Expected " + list + ", received '" + received + "'";
  }

  private static String typeOf(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING, BINARY -> "string";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case ARRAY -> "array";
      case OBJECT, POJO -> "object";
      case NULL, MISSING -> "null";
    };
  }
}

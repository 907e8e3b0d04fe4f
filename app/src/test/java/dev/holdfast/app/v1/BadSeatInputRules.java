package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every member of the four seat operations, wrong in every way. */
public abstract class BadSeatInputRules extends V1Rules {

  private static final String ONE_CHARACTER = "String must contain at least 1 character(s)";
  private static final String AT_MOST_255 = "String must contain at most 255 character(s)";
  private static final String NO_STRING = "Expected string, received number";
  private static final String NO_OBJECT = "Expected object, received array";

  private final String token = token();

  private static String quoted(int length) {
    return "\"" + "x".repeat(length) + "\"";
  }

  private void refused(String step, List<BadCase> cases) {
    venue.hold("A-30", token).ok();
    BadCase.allRefused(cases, body -> venue.seats(step, body), () -> venue.status().raw());
  }

  /** Lists of labels are checked alike wherever they occur. */
  private static List<BadCase> labelLists(ObjectNode good, String member) {
    String tooMany = Json.array((Object[]) many(201)).toString();
    return List.of(
        BadCase.with(good, member, "\"A-1\"", "Expected array, received string"),
        BadCase.with(good, member, "5", "Expected array, received number"),
        BadCase.with(good, member, "{}", "Expected array, received object"),
        BadCase.with(good, member, "null", "Expected array, received null"),
        BadCase.with(good, member, "[]", "Array must contain at least 1 element(s)"),
        BadCase.with(good, member, tooMany, "Array must contain at most 200 element(s)"),
        BadCase.with(good, member, "[\"A-1\",5]", member + ".1", NO_STRING),
        BadCase.with(good, member, "[null]", member + ".0", "Expected string, received null"),
        BadCase.with(good, member, "[[\"A-1\"]]", member + ".0", "Expected string, received array"),
        BadCase.with(good, member, "[\"\"]", member + ".0", ONE_CHARACTER),
        BadCase.with(good, member, "[\"A-1\"," + quoted(256) + "]", member + ".1", AT_MOST_255));
  }

  private static String[] many(int count) {
    return Collections.nCopies(count, "A-1").toArray(new String[0]);
  }

  private static List<BadCase> tokens(ObjectNode good, int shortest) {
    String tooShort = "String must contain at least " + shortest + " character(s)";
    return List.of(
        BadCase.without(good, "holdToken"),
        BadCase.with(good, "holdToken", "5", NO_STRING),
        BadCase.with(good, "holdToken", "true", "Expected string, received boolean"),
        BadCase.with(good, "holdToken", "null", "Expected string, received null"),
        BadCase.with(good, "holdToken", "{}", "Expected string, received object"),
        BadCase.with(good, "holdToken", "[]", "Expected string, received array"),
        BadCase.with(good, "holdToken", quoted(shortest - 1), tooShort),
        BadCase.with(good, "holdToken", quoted(256), AT_MOST_255));
  }

  private static List<BadCase> extraData(ObjectNode good) {
    String wide = "{\"a\":" + quoted(16 * 1024) + "}";
    return List.of(
        BadCase.with(good, "extraData", "[]", NO_OBJECT),
        BadCase.with(good, "extraData", "\"x\"", "Expected object, received string"),
        BadCase.with(good, "extraData", "5", "Expected object, received number"),
        BadCase.with(good, "extraData", "null", "Expected object, received null"),
        BadCase.with(good, "extraData", wide, ""),
        // Fewer than 16 Ki characters, and more bytes than that.
        BadCase.with(good, "extraData", wide.replace("x".repeat(16384), "é".repeat(9000)), ""));
  }

  private static List<BadCase> seconds(ObjectNode good, int most) {
    String high = "Number must be less than or equal to " + most;
    String huge = String.valueOf(Long.MAX_VALUE);
    return List.of(
        BadCase.with(good, "ttlSeconds", "\"60\"", "Expected number, received string"),
        BadCase.with(good, "ttlSeconds", "null", "Expected number, received null"),
        BadCase.with(good, "ttlSeconds", "true", "Expected number, received boolean"),
        BadCase.with(good, "ttlSeconds", "1.5", "Expected integer, received float"),
        BadCase.with(good, "ttlSeconds", "0", ""),
        BadCase.with(good, "ttlSeconds", "-1", ""),
        BadCase.with(good, "ttlSeconds", "-" + huge, ""),
        BadCase.with(good, "ttlSeconds", "" + (most + 1), high),
        BadCase.with(good, "ttlSeconds", "2147483648", high),
        BadCase.with(good, "ttlSeconds", "4294967297", high),
        BadCase.with(good, "ttlSeconds", huge, ""),
        BadCase.with(good, "ttlSeconds", "18446744073709551617", ""),
        BadCase.with(good, "ttlSeconds", "1e300", ""));
  }

  @Test
  void B_26_hold_refuses_every_bad_member() {
    ObjectNode good = Json.object("objectLabel", "A-1", "holdToken", token);
    List<BadCase> cases = new ArrayList<>();
    cases.add(BadCase.without(good, "objectLabel"));
    cases.add(BadCase.with(good, "objectLabel", "5", NO_STRING));
    cases.add(BadCase.with(good, "objectLabel", "[\"A-1\"]", "Expected string, received array"));
    cases.add(BadCase.with(good, "objectLabel", "null", "Expected string, received null"));
    cases.add(BadCase.with(good, "objectLabel", "\"\"", ONE_CHARACTER));
    cases.add(BadCase.with(good, "objectLabel", quoted(256), AT_MOST_255));
    cases.addAll(tokens(good, 8));
    cases.addAll(seconds(good, 86_400));
    cases.add(BadCase.with(good, "ttlSeconds", "0", "Number must be greater than 0"));
    cases.addAll(extraData(good));
    cases.add(BadCase.with(good, "objectType", "5", NO_STRING));
    cases.add(BadCase.with(good, "objectType", "\"sofa\"", ""));
    cases.add(BadCase.with(good, "categoryKey", "5", NO_STRING));
    cases.add(BadCase.with(good, "categoryKey", "[]", "Expected string, received array"));

    refused("hold", cases);
  }

  @Test
  void hold_refuses_every_bad_list_of_labels() {
    ObjectNode good = Json.object("objectLabels", List.of("A-1"), "holdToken", token);
    List<BadCase> cases = new ArrayList<>(labelLists(good, "objectLabels"));
    cases.addAll(tokens(good, 8));
    cases.addAll(extraData(good));

    refused("hold", cases);
  }

  @Test
  void hold_refuses_every_bad_quantity() {
    ObjectNode good = TestVenue.places("floor", token, 2);
    String low = "Number must be greater than or equal to 1";

    refused(
        "hold",
        List.of(
            BadCase.with(good, "quantity", "0", low),
            BadCase.with(good, "quantity", "-1", low),
            BadCase.with(good, "quantity", "1.5", "Expected integer, received float"),
            BadCase.with(good, "quantity", "\"2\"", "Expected number, received string"),
            BadCase.with(good, "quantity", "null", "Expected number, received null"),
            BadCase.with(good, "quantity", "[1]", "Expected number, received array")));
  }

  @Test
  void B_15_book_refuses_every_bad_member() {
    ObjectNode good = Json.object("objectLabels", List.of("A-30"), "holdToken", token);
    List<BadCase> cases = new ArrayList<>();
    cases.add(BadCase.without(good, "objectLabels"));
    cases.addAll(labelLists(good, "objectLabels"));
    cases.addAll(tokens(good, 1));
    cases.addAll(extraData(good));

    refused("book", cases);
  }

  @Test
  void release_refuses_every_bad_member() {
    ObjectNode good = Json.object("objectLabels", List.of("A-30"));
    List<BadCase> cases = new ArrayList<>();
    cases.add(BadCase.without(good, "objectLabels"));
    cases.addAll(labelLists(good, "objectLabels"));
    cases.add(BadCase.with(good, "holdToken", "5", NO_STRING));
    cases.add(BadCase.with(good, "holdToken", "{}", "Expected string, received object"));
    cases.add(BadCase.with(good, "holdToken", quoted(256), AT_MOST_255));
    cases.add(BadCase.with(good, "allPlaces", "\"true\"", "Expected boolean, received string"));
    cases.add(BadCase.with(good, "allPlaces", "1", "Expected boolean, received number"));

    refused("release", cases);
  }

  @Test
  void extend_refuses_every_bad_member() {
    ObjectNode good = Json.object("holdToken", token);
    List<BadCase> cases = new ArrayList<>(tokens(good, 8));
    cases.addAll(labelLists(good, "labels"));
    cases.addAll(seconds(good, 3600));

    refused("extend", cases);
  }

  @Test
  void all_bad_members_are_named_at_once() {
    Answer refused = venue.seats("book", Json.object("objectLabels", List.of()));

    JsonNode expected =
        Json.object(
            "objectLabels",
            List.of("Array must contain at least 1 element(s)"),
            "holdToken",
            List.of("Required"));
    assertEquals(expected, Check.errors(refused));
  }

  @Test
  void members_that_nobody_knows_are_ignored() {
    ObjectNode unknown = Json.object("color", "red", "nested", Json.object("a", List.of(1)));
    ObjectNode hold = Json.object("objectLabel", "A-1", "holdToken", token);
    ObjectNode book = Json.object("objectLabels", List.of("A-1"), "holdToken", token);
    ObjectNode extend = Json.object("holdToken", token);
    ObjectNode release = Json.object("objectLabels", List.of("A-1"));

    Answer held = venue.seats("hold", hold.setAll(unknown)).ok();
    assertTrue(held.at("extraData").isEmpty(), "nor do they become extra data");
    venue.seats("extend", extend.setAll(unknown)).ok();
    venue.seats("book", book.setAll(unknown)).ok();
    venue.seats("release", release.setAll(unknown)).ok();
    assertEquals(List.of(), venue.objects());
  }
}

package dev.holdfast.http.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.http.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison of values with schemas finds what is wrong. */
final class ValidityTest {
  private static final ReferenceDocument DOCUMENT = ReferenceDocument.served();
  private static final JsonNode PAGE =
      Json.parseStored("{\"$ref\":\"#/components/schemas/DeliveryPage\"}");

  private static ObjectNode page() {
    return (ObjectNode)
        Json.parseStored(
            "{\"items\":[{\"deliveryId\":\"wd_1\",\"webhookId\":\"wh_1\","
                + "\"event\":\"seat.held\",\"status\":\"queued\",\"attemptCount\":0,"
                + "\"responseStatus\":null,\"responseLatencyMs\":null,"
                + "\"queuedAt\":\"2027-03-05T19:00:00.000Z\"}],"
                + "\"total\":1,\"page\":1,\"limit\":50}");
  }

  @Test
  void nothing_is_found_where_all_is_well() {
    assertEquals(List.of(), Validity.faults(DOCUMENT, PAGE, page()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "queuedAt | 7 | .items[].queuedAt type 7",
        "queuedAt | \"today\" | .items[].queuedAt pattern \"today\"",
        "event | \"seat.sold\" | .items[].event enum \"seat.sold\"",
        "responseLatencyMs | \"x\" | .items[].responseLatencyMs type \"x\"",
        "colour | \"red\" | .items[] member colour",
      })
  void a_value_that_is_not_as_documented_is_found(String name, String value, String fault) {
    ObjectNode page = page();
    ((ObjectNode) page.path("items").get(0)).set(name, Json.parseStored(value));
    List<String> faults = Validity.faults(DOCUMENT, PAGE, page);
    assertEquals(1, faults.size(), faults.toString());
    assertEquals(fault, faults.getFirst().substring(0, fault.length()));
  }

  @Test
  void a_member_that_is_missing_and_a_bound_that_is_missed_are_found() {
    ObjectNode page = page();
    page.remove("total");
    page.put("limit", 101);
    assertEquals(2, Validity.faults(DOCUMENT, PAGE, page).size());
  }

  @Test
  void what_is_none_of_several_kinds_is_found() {
    JsonNode kinds = Json.parseStored("{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}");
    assertEquals(List.of(), Validity.faults(DOCUMENT, kinds, Json.parseStored("null")));
    assertEquals(1, Validity.faults(DOCUMENT, kinds, Json.parseStored("7")).size());
    JsonNode constant = Json.parseStored("{\"const\":true}");
    assertEquals(1, Validity.faults(DOCUMENT, constant, Json.parseStored("false")).size());
  }
}

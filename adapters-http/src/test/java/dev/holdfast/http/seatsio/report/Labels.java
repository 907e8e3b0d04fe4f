package dev.holdfast.http.seatsio.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.json.JsonContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Which objects a report tells of, without what it tells of them. */
final class Labels {
  private Labels() {}

  /** The labels of each group, in the order of both. */
  static Map<String, List<String>> byGroup(JsonContent report) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    read(report).properties().forEach(each -> groups.put(each.getKey(), of(each.getValue())));
    return groups;
  }

  /** The labels of a list. */
  static List<String> of(JsonContent report) {
    return of(read(report));
  }

  private static List<String> of(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.get("label").textValue())
        .toList();
  }

  /** What was written, with single quotes for double ones. */
  static String quoted(JsonContent report) {
    return Json.text(report).replace('"', '\'');
  }

  private static JsonNode read(JsonContent report) {
    return Json.parseStored(Json.text(report));
  }
}

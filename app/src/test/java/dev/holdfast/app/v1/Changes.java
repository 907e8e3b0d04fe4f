package dev.holdfast.app.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The journal of an event as v1 shows it. */
public final class Changes {

  private Changes() {}

  public static Answer page(TestVenue venue, String query) {
    return venue.sk().get(venue.path("/changes" + query));
  }

  /** All of it, page by page. */
  public static List<JsonNode> all(TestVenue venue) {
    List<JsonNode> entries = new ArrayList<>();
    boolean more = true;
    while (more) {
      long after = entries.isEmpty() ? 0 : seq(entries.getLast());
      Answer page = page(venue, "?limit=1000&after=" + after).ok();
      page.at("items").forEach(entries::add);
      more = page.at("more").asBoolean();
    }
    return entries;
  }

  /** So many changes of so many seats from A-1 on, each as large as a change may be. */
  public static void large(TestVenue venue, int seats, int rounds) {
    List<String> labels = Json.labels("A", 1, seats);
    ObjectNode extraData = Json.object("x", "x".repeat(16_000));
    for (int round = 0; round < rounds; round++) {
      venue
          .seats(
              "hold",
              Json.object(
                  "objectLabels", labels, "holdToken", "a-large-cart", "extraData", extraData))
          .ok();
      venue.release(labels).ok();
    }
  }

  public static Answer history(TestVenue venue, String label, String query) {
    return venue.sk().get(venue.path("/seats/" + label + "/history" + query));
  }

  /** Whether the journal knows of no hold any more: the last one that lapsed is told of, too. */
  public static boolean allHoldsEnded(TestVenue venue) {
    SeatMap map = new SeatMap();
    all(venue).forEach(map::apply);
    return !map.states().containsValue("held");
  }

  public static long seq(JsonNode entry) {
    return entry.path("seq").asLong();
  }

  /** The word for what happened. */
  public static String type(JsonNode entry) {
    return entry.path("type").asText();
  }
}

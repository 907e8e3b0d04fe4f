package dev.holdfast.app.v1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.v1.RouteTable.Entry;
import dev.holdfast.app.v1.RouteTable.Stranger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of the {@link RouteTable} that is about events of the seats.io dialect. */
final class SeatsioEventRoutes {
  private static final String EVENT = "/events/{eventKey}";
  private static final Stranger NOT_FOUND = new Stranger.Nothing(404);

  private final TestVenue venue;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  SeatsioEventRoutes(TestVenue venue) {
    this.venue = venue;
    add();
  }

  Map<String, Entry> entries() {
    return entries;
  }

  private void add(String route, Object body, Stranger stranger) {
    entries.put(route, new Entry(body.toString(), stranger, true));
  }

  private void add() {
    ObjectNode mine = Json.object("name", "mine");
    add("GET /events", "", new Stranger.OwnThings());
    ObjectNode sold = Json.object("chartKey", venue.chartKey());
    add("POST /events", sold, NOT_FOUND);
    ObjectNode several = sold.deepCopy();
    several.putArray("events").addObject();
    add("POST /events/actions/create-multiple", several, NOT_FOUND);
    add("GET " + EVENT, "", NOT_FOUND);
    add("POST " + EVENT, mine, NOT_FOUND);
    add("DELETE " + EVENT, "", NOT_FOUND);
    for (String action :
        List.of(
            "move-to-new-chart-copy",
            "mark-as-for-sale",
            "mark-as-not-for-sale",
            "mark-everything-as-for-sale",
            "mark-everything-as-not-for-sale",
            "edit-for-sale-config")) {
      add("POST " + EVENT + "/actions/" + action, "", NOT_FOUND);
    }
    ObjectNode edits = Json.object();
    edits.putObject("events").putObject(venue.eventKey());
    add("POST /events/actions/edit-for-sale-config", edits, NOT_FOUND);
    String channels = EVENT + "/channels";
    ObjectNode channel = Json.object("key", "mine", "name", "mine", "color", "red");
    add("POST " + channels, channel, NOT_FOUND);
    ObjectNode none = Json.object();
    none.putArray("channels");
    add("POST " + channels + "/replace", none, NOT_FOUND);
    for (String objects : List.of("", "/objects")) {
      add("POST " + channels + "/{channelKey}" + objects, mine, NOT_FOUND);
      add("DELETE " + channels + "/{channelKey}" + objects, "", NOT_FOUND);
    }
  }
}

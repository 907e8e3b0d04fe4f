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
    addEvents();
    addSale();
    addObjects();
  }

  private void addEvents() {
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
  }

  private void addSale() {
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
    ObjectNode mine = Json.object("name", "mine");
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

  /**
   * What is held and what is booked of the owner would be free, and what is free would have data.
   */
  private void addObjects() {
    String change = "/actions/change-object-status";
    ObjectNode freed = Json.object("type", "RELEASE", "objects", List.of("A-1", "A-2"));
    add("POST " + EVENT + change, freed, NOT_FOUND);
    ObjectNode everywhere = freed.deepCopy();
    everywhere.set("events", Json.array(venue.eventKey()));
    add("POST /events/groups" + change, everywhere, NOT_FOUND);
    ObjectNode single = freed.deepCopy();
    single.put("event", venue.eventKey());
    add("POST /events" + change, Json.object("statusChanges", List.of(single)), NOT_FOUND);
    String update = "/actions/update-extra-data";
    ObjectNode data = Json.object("name", "mine");
    ObjectNode one = Json.object("extraData", data);
    add("POST " + EVENT + "/objects/{objectLabel}" + update, one, NOT_FOUND);
    ObjectNode several = Json.object("extraData", Json.object("A-1", data, "A-3", data));
    add("POST " + EVENT + update, several, NOT_FOUND);
  }
}

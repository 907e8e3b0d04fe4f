package dev.holdfast.app.v1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** For every route a well-formed request that is aimed at one workspace's things. */
final class RouteTable {
  /** What a stranger with a secret key of another workspace gets. */
  sealed interface Stranger {
    /** Nothing but this status. */
    record Nothing(int status) implements Stranger {}

    /** An answer about what is the stranger's own. */
    record OwnThings() implements Stranger {}

    /** What everybody gets, key or not. */
    record Anybody() implements Stranger {}
  }

  /**
   * A body, empty where none is sent, and what becomes of it.
   *
   * @param basic whether the key comes as the user of HTTP Basic
   */
  record Entry(String body, Stranger stranger, boolean basic) {}

  /** Makes a chart of the caller's own, whoever has one of the same key. */
  static final String UPLOAD = "POST /system/public/charts/{chartKey}";

  private static final Stranger NOT_FOUND = new Stranger.Nothing(404);
  private static final Stranger TMT_REFUSES = new Stranger.Nothing(400);
  private static final Stranger NO_OPERATOR = new Stranger.Nothing(401);
  private static final Stranger NO_COMPANY = new Stranger.Nothing(403);
  private static final Stranger OWN = new Stranger.OwnThings();
  private static final Stranger ANYBODY = new Stranger.Anybody();

  private static final String V1_EVENT = "/api/v1/events/{eventKey}";
  private static final String V1_CHART = "/api/v1/charts/{chartKey}";
  private static final String V1_WEBHOOK = "/api/v1/webhooks/{webhookId}";
  private static final String EVENT = "/events/{eventKey}";
  private static final String EVENT_REPORT = "/reports/events/{eventKey}";
  private static final String CHART_REPORT = "/reports/charts/{chartKey}/{type}";
  private static final String TOKEN = "/hold-tokens/{holdToken}";
  private static final String WORKSPACE = "/workspaces/{workspaceKey}";
  private static final String KEYS = "/admin/workspaces/{workspaceKey}/keys";

  private final TestVenue venue;
  private final String token;
  private final Map<String, String> parameters;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * The table.
   *
   * @param token under which something is held
   * @param made a hold token of the same workspace, made by the seats.io dialect
   */
  RouteTable(
      TestVenue venue,
      String token,
      String made,
      String webhook,
      String delivery,
      String receiver) {
    this.venue = venue;
    this.token = token;
    String workspace = venue.workspace().made().path("testWorkspaceKey").asText();
    parameters =
        Map.ofEntries(
            Map.entry("chartKey", venue.chartKey()),
            Map.entry("eventKey", venue.eventKey()),
            Map.entry("objectLabel", "A-1"),
            Map.entry("webhookId", webhook),
            Map.entry("deliveryId", delivery),
            Map.entry("workspaceKey", workspace),
            Map.entry("keyId", "1"),
            Map.entry("holdToken", made),
            Map.entry("categoryKey", "gold"),
            Map.entry("tag", "sala"),
            Map.entry("channelKey", "web"),
            Map.entry("type", "bySection"),
            Map.entry("group", "NO_SECTION"));
    addCharts();
    addEvents();
    addWebhooks(receiver);
    addOperatorsAndOpen();
    addTmt("/");
    addTmt("/tmt/");
    addSeatsio();
    entries.putAll(new SeatsioChartRoutes().entries());
    entries.putAll(new SeatsioEventRoutes(venue).entries());
  }

  private void add(String route, Object body, Stranger stranger) {
    entries.put(route, new Entry(body.toString(), stranger, false));
  }

  private void add(String route, Stranger stranger) {
    add(route, "", stranger);
  }

  private void addCharts() {
    ObjectNode mine = Json.object("name", "mine");
    add("GET " + TestVenue.CHARTS, OWN);
    add("POST " + TestVenue.CHARTS, mine, OWN);
    add("GET " + V1_CHART, NOT_FOUND);
    add("PATCH " + V1_CHART, mine, NOT_FOUND);
    add("DELETE " + V1_CHART, NOT_FOUND);
    add("GET " + V1_CHART + "/draft", NOT_FOUND);
    add("POST " + V1_CHART + "/publish", NOT_FOUND);
    add("POST " + V1_CHART + "/unpublish", NOT_FOUND);
  }

  private void addEvents() {
    add("GET " + TestVenue.EVENTS, OWN);
    add("POST " + TestVenue.EVENTS, Json.object("chartKey", venue.chartKey()), NOT_FOUND);
    add("GET " + V1_EVENT, NOT_FOUND);
    add("PATCH " + V1_EVENT, Json.object("name", "mine"), NOT_FOUND);
    add("DELETE " + V1_EVENT, NOT_FOUND);
    for (String read :
        List.of("/chart", "/status", "/reports", "/stream", "/changes", "/integrity")) {
      add("GET " + V1_EVENT + read, NOT_FOUND);
    }
    add("GET " + V1_EVENT + "/seats/{objectLabel}/history", NOT_FOUND);
    String seats = "POST " + V1_EVENT + "/seats";
    add(seats + "/hold", Json.object("objectLabel", "A-3", "holdToken", token), NOT_FOUND);
    add(seats + "/extend", Json.object("holdToken", token), NOT_FOUND);
    ObjectNode mine = Json.object("objectLabels", List.of("A-1"), "holdToken", token);
    add(seats + "/book", mine, NOT_FOUND);
    add(seats + "/release", mine, NOT_FOUND);
  }

  private void addWebhooks(String receiver) {
    ObjectNode hook = Json.object("url", receiver + "-of-a-stranger", "events", Hook.ALL);
    add("GET " + Hook.WEBHOOKS, OWN);
    add("POST " + Hook.WEBHOOKS, hook, OWN);
    add("GET " + V1_WEBHOOK, NOT_FOUND);
    add("PATCH " + V1_WEBHOOK, Json.object("enabled", false), NOT_FOUND);
    add("DELETE " + V1_WEBHOOK, NOT_FOUND);
    add("POST " + V1_WEBHOOK + "/rotate-secret", NOT_FOUND);
    add("POST " + V1_WEBHOOK + "/test", NOT_FOUND);
    add("GET " + V1_WEBHOOK + "/deliveries", NOT_FOUND);
    add("POST " + V1_WEBHOOK + "/deliveries/{deliveryId}/replay", NOT_FOUND);
  }

  private void addOperatorsAndOpen() {
    add("GET /admin/workspaces", NO_OPERATOR);
    add("POST /admin/workspaces", Json.object("name", "mine"), NO_OPERATOR);
    add("POST " + KEYS, Json.object("kind", "secret"), NO_OPERATOR);
    add("DELETE " + KEYS + "/{keyId}", NO_OPERATOR);
    for (String page :
        List.of(
            "/health/live",
            "/health/ready",
            "/reference",
            "/reference/openapi.json",
            "/reference/reference.css",
            "/reference/reference.js",
            "/charts/{chartKey}/thumbnail.svg")) {
      add("GET " + page, ANYBODY);
    }
  }

  private void basic(String route, Object body, Stranger stranger) {
    entries.put(route, new Entry(body.toString(), stranger, true));
  }

  private void addSeatsio() {
    for (String read :
        List.of(
            EVENT + "/objects",
            EVENT + "/status-changes",
            EVENT + "/objects/{objectLabel}/status-changes",
            EVENT_REPORT,
            EVENT_REPORT + "/{type}",
            EVENT_REPORT + "/{type}/{group}",
            EVENT_REPORT + "/{type}/summary",
            EVENT_REPORT + "/{type}/summary/deep",
            CHART_REPORT,
            CHART_REPORT + "/summary")) {
      basic("GET " + read, "", NOT_FOUND);
    }
    basic("POST /hold-tokens", "", OWN);
    basic("GET " + TOKEN, "", NOT_FOUND);
    basic("POST " + TOKEN, Json.object("expiresInMinutes", 0), NOT_FOUND);
    basic("POST /system/private/create-test-company", "", NO_OPERATOR);
    for (String list : List.of("", "/active", "/inactive")) {
      basic("GET /workspaces" + list, "", NO_COMPANY);
    }
    ObjectNode mine = Json.object("name", "mine");
    basic("POST /workspaces", mine, NO_COMPANY);
    basic("POST /workspaces/actions/set-default/{workspaceKey}", "", NO_COMPANY);
    basic("GET " + WORKSPACE, "", NO_COMPANY);
    basic("POST " + WORKSPACE, mine, NO_COMPANY);
    basic("DELETE " + WORKSPACE, "", NO_COMPANY);
    for (String action :
        List.of("activate", "deactivate", "regenerate-secret-key", "add-secret-key")) {
      basic("POST " + WORKSPACE + "/actions/" + action, "", NO_COMPANY);
    }
    basic(
        "POST " + WORKSPACE + "/actions/remove-secret-key",
        Json.object("secretKey", venue.sk().key()),
        NO_COMPANY);
  }

  /** A token that is nobody's here is over already, and saying so tells nothing. */
  private void addTmt(String place) {
    String post = "POST " + place;
    for (String list : List.of("list_event_seatsio", "list_charts_seatsio")) {
      add(post + list, "{\"data\":{}}", OWN);
    }
    add(post + "expire_hold_token_seatsio", tmt(), new Stranger.Nothing(200));
    for (String function :
        List.of(
            "create_event_seatsio",
            "hold_seats_seatsio",
            "extend_seats_seatsio",
            "release_seats_seatsio",
            "book_seats_seatsio",
            "published_charts_seatsio",
            "list_objects_charts_seatsio",
            "add_tags_to_chart_seatsio",
            "remove_tags_from_chart_seatsio",
            "copy_chart_seatsio")) {
      add(post + function, tmt(), TMT_REFUSES);
    }
  }

  /** Data that would do for every function. */
  private String tmt() {
    ObjectNode data =
        Json.object(
            "chart_id",
            venue.chartKey(),
            "event_id",
            venue.eventKey(),
            "name_event",
            "mine",
            "date_event",
            "2027-02-14",
            "seats",
            List.of("A-1"),
            "tags",
            List.of("mine-" + UUID.randomUUID()));
    data.set("hold_token", Json.object("token", token));
    return "{\"data\":" + data + "}";
  }

  Map<String, Entry> entries() {
    return entries;
  }

  /** Names that nobody else may learn. */
  List<String> names() {
    return List.of(
        venue.chartKey(),
        venue.eventKey(),
        parameters.getOrDefault("webhookId", ""),
        token,
        parameters.getOrDefault("holdToken", ""));
  }

  /** What a route's request says: its path and its body. */
  String sent(String route) {
    return path(route) + " " + entry(route).body();
  }

  private Entry entry(String route) {
    Entry entry = entries.get(route);
    if (entry == null) {
      throw new AssertionError("no entry for " + route);
    }
    return entry;
  }

  private String path(String route) {
    String path = route.substring(route.indexOf(' ') + 1);
    for (Map.Entry<String, String> each : parameters.entrySet()) {
      path = path.replace("{" + each.getKey() + "}", each.getValue());
    }
    return path;
  }

  /** Sends a route's request in somebody's name. */
  Answer ask(String route, V1Client named) {
    Entry entry = entry(route);
    V1Client caller = entry.basic() ? named.basic() : named;
    String method = route.substring(0, route.indexOf(' '));
    String path = path(route);
    if (path.endsWith("/stream")) {
      // One that opens would never end.
      return SeatStream.refusal(caller, path);
    }
    return switch (method) {
      case "GET" -> caller.get(path);
      case "DELETE" -> caller.delete(path);
      default ->
          entry.body().isEmpty()
              ? caller.post(path)
              : caller.text(method, path, entry.body(), "application/json");
    };
  }
}

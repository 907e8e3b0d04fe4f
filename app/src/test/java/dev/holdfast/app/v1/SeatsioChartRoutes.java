package dev.holdfast.app.v1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.v1.RouteTable.Entry;
import dev.holdfast.app.v1.RouteTable.Stranger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of the {@link RouteTable} that is about charts of the seats.io dialect. */
final class SeatsioChartRoutes {
  private static final String CHART = "/charts/{chartKey}";
  private static final Stranger OWN = new Stranger.OwnThings();
  private static final Stranger NOT_FOUND = new Stranger.Nothing(404);
  private static final Stranger NO_COMPANY = new Stranger.Nothing(403);

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  SeatsioChartRoutes() {
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
    ObjectNode category = Json.object("key", 7);
    add("GET /charts", "", OWN);
    add("POST /charts", mine, OWN);
    add("GET /charts/tags", "", OWN);
    add("GET " + CHART, "", NOT_FOUND);
    add("POST " + CHART, mine, NOT_FOUND);
    add("GET " + CHART + "/categories", "", NOT_FOUND);
    add("POST " + CHART + "/categories", category, NOT_FOUND);
    add("POST " + CHART + "/categories/{categoryKey}", "{}", NOT_FOUND);
    add("DELETE " + CHART + "/categories/{categoryKey}", "", NOT_FOUND);
    add("POST " + CHART + "/tags/{tag}", "", NOT_FOUND);
    add("DELETE " + CHART + "/tags/{tag}", "", NOT_FOUND);
    for (String version : List.of("published", "draft")) {
      String path = CHART + "/version/" + version;
      add("GET " + path, "", NOT_FOUND);
      add("GET " + path + "/thumbnail", "", NOT_FOUND);
      add("POST " + path + "/actions/validate", "", NOT_FOUND);
    }
    add("POST " + CHART + "/version/draft/actions/publish", "", NOT_FOUND);
    add("POST " + CHART + "/version/draft/actions/discard", "", NOT_FOUND);
    add(RouteTable.UPLOAD, "{}", NO_COMPANY);
  }
}

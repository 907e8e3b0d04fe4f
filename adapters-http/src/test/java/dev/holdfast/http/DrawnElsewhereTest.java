package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.seatsio.drawing.SeatsioDrawings;
import dev.holdfast.http.tmt.TmtSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A chart that was drawn in the seats.io dialect, sold and told by the others. */
final class DrawnElsewhereTest {
  private static final String DRAWING =
      "{'categories':{'list':[{'key':9,'label':'Stalls'}]},'subChart':{'rows':[{'label':'A',"
          + "'seats':[{'label':'1','x':1,'y':2,'categoryKey':9},{'label':'1','x':2,'y':2}]}],"
          + "'tables':[{'label':'T1','bookAsAWhole':true,'center':{'x':5,'y':6},"
          + "'seats':[{'label':'1','categoryKey':9}]}]}}";

  private @Nullable Charts charts;
  private @Nullable WorkspaceId workspace;

  private LocalServer server() {
    LocalServer server =
        new LocalServer(
            HttpSettings.Bounds.STANDARD,
            () -> {},
            engine -> {
              charts = engine.charts();
              return engine;
            },
            ours -> {
              workspace = ours;
              return TmtSettings.STANDARD;
            });
    draw(DRAWING);
    return server;
  }

  private void draw(String drawing) {
    byte[] body = drawing.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Charts use = requireNonNull(charts);
    WorkspaceId ours = requireNonNull(workspace);
    String key = use.list(ours, new Page.Request(1, 1)).items().getFirst().key();
    accepted(use.update(ours, key, null, SeatsioDrawings.draft(Json.parse(body, true))));
    accepted(use.publish(ours, key));
  }

  private static void accepted(Outcome<?> outcome) {
    assertInstanceOf(Outcome.Accepted.class, outcome, outcome::toString);
  }

  private static final String LAYOUT =
      ",\"layout\":{\"schemaVersion\":1,\"categories\":[{\"key\":\"9\",\"label\":\"Stalls\"}],"
          + "\"sections\":[],\"rows\":[{\"label\":\"A\",\"seats\":[{\"label\":\"1\","
          + "\"objectLabel\":\"A-1\",\"categoryKey\":\"9\",\"x\":1.0,\"y\":2.0}]}],\"tables\":[{"
          + "\"label\":\"T1\",\"x\":5.0,\"y\":6.0,\"seats\":[{\"label\":\"T1\","
          + "\"objectLabel\":\"T1\",\"categoryKey\":\"9\",\"x\":5.0,\"y\":6.0}]}],\"gaAreas\":[],"
          + "\"shapes\":[]}}";

  @Test
  void v1_reads_a_drawing_as_a_layout_of_its_own() throws IOException {
    try (LocalServer server = server()) {
      String published = server.get("/api/v1/events/{event}/chart");
      assertStatus(200, published);
      assertTrue(published.contains(",\"version\":2" + LAYOUT), published);
      String draft = server.get("/api/v1/charts/{chart}/draft");
      assertTrue(draft.contains(",\"version\":2" + LAYOUT), draft);
    }
  }

  @Test
  void v1_sells_what_a_drawing_does_in_spite_of_its_faults() throws IOException {
    try (LocalServer server = server()) {
      assertStatus(200, server.post("/api/v1/events/{event}/seats/hold", hold("T1")));
      assertStatus(404, server.post("/api/v1/events/{event}/seats/hold", hold("T1-1")));
      assertStatus(200, server.post("/api/v1/events/{event}/seats/hold", hold("A-1")));
      draw("{}");
      assertStatus(404, server.post("/api/v1/events/{event}/seats/hold", hold("A-1")));
    }
  }

  private static String hold(String label) {
    return "{\"objectLabel\":\"" + label + "\",\"holdToken\":\"token-of-ada\"}";
  }

  @Test
  void a_drawing_has_a_picture() throws IOException {
    try (LocalServer server = server()) {
      String picture = server.get("/charts/{chart}/thumbnail.svg");
      assertStatus(200, picture);
      assertTrue(picture.contains("<svg"), picture);
      assertEquals(3, picture.split("h0", -1).length - 1, "two seats and a table: " + picture);
    }
  }
}

package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.seatsio.drawing.SeatsioDrawings;
import dev.holdfast.http.tmt.TmtSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the seats.io dialect tells of events, charts and objects, and of what happened to them. */
final class SeatsioReportsTest {
  private static final String DRAWING =
      "{'categories':{'list':[{'key':9,'label':'Cat1'},{'key':'vip','label':'Cat2'}]},'subChart':{"
          + "'rows':[{'label':'A','seats':[{'label':'1','x':1,'y':2,'categoryKey':9},"
          + "{'label':'2','x':2,'y':2,'categoryKey':9},{'label':'3','x':3,'y':2}]}],"
          + "'tables':[{'label':'T1','bookAsAWhole':true,'center':{'x':5,'y':6},"
          + "'seats':[{'label':'1','categoryKey':9}]},{'label':'T2','center':{'x':9,'y':6},"
          + "'seats':[{'label':'1','categoryKey':9}]}],"
          + "'generalAdmissionAreas':[{'label':'GA1','categoryKey':'vip','capacity':100,"
          + "'center':{'x':1,'y':9}}]}}";

  private static final String V1 = "/api/v1/events/{event}/seats/";

  private @Nullable Charts charts;
  private @Nullable WorkspaceId workspace;
  private final LocalServer server =
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
  private final String secret = server.company().liveSecret().text();
  private String chart = "";

  @BeforeEach
  void draw() {
    WorkspaceId ours = requireNonNull(workspace);
    chart = requireNonNull(charts).list(ours, new Page.Request(1, 1)).items().getFirst().key();
    drawDraft(DRAWING);
    accepted(requireNonNull(charts).publish(ours, chart));
  }

  private void drawDraft(String drawing) {
    byte[] body = drawing.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    accepted(
        requireNonNull(charts)
            .update(
                requireNonNull(workspace),
                chart,
                null,
                SeatsioDrawings.draft(Json.parse(body, true))));
  }

  private static void accepted(Outcome<?> outcome) {
    assertInstanceOf(Outcome.Accepted.class, outcome, outcome::toString);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String asked(String path) throws IOException {
    return server.basic(secret, "GET", path);
  }

  private static JsonNode json(String answer) {
    assertStatus(200, answer);
    assertTrue(answer.contains("Content-Type: application/json"), answer);
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    int first = Math.min(position(body, '{'), position(body, '['));
    int last = Math.max(body.lastIndexOf('}'), body.lastIndexOf(']'));
    return Json.parseStored(body.substring(first, last + 1));
  }

  private static int position(String body, char c) {
    int at = body.indexOf(c);
    return at < 0 ? body.length() : at;
  }

  /** The labels of each group. */
  private Map<String, List<String>> groups(String path) throws IOException {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    json(asked(path))
        .properties()
        .forEach(each -> groups.put(each.getKey(), texts(each.getValue(), "label")));
    return groups;
  }

  private static List<String> texts(JsonNode items, String name) {
    List<String> texts = new ArrayList<>();
    items.forEach(each -> texts.add(each.path(name).asText()));
    return texts;
  }

  private void hold(String objects, String token) throws IOException {
    assertStatus(
        200, server.post(V1 + "hold", "{" + objects + ",\"holdToken\":\"" + token + "\"}"));
  }

  private void book(String labels, String token) throws IOException {
    assertStatus(
        200,
        server.post(
            V1 + "book",
            "{\"objectLabels\":["
                + labels
                + "],\"holdToken\":\""
                + token
                + "\",\"extraData\":{\"foo\":\"bar\"}}"));
  }

  private static void assertError(int status, String code, String answer) {
    assertStatus(status, answer);
    assertTrue(answer.contains("\"code\":\"" + code + "\""), answer);
  }

  @Test
  void an_events_details_are_what_it_offers_by_group() throws IOException {
    hold("\"objectLabel\":\"A-2\"", "token-of-ada");
    book("\"A-2\"", "token-of-ada");
    hold("\"objectLabel\":\"T1\"", "token-of-bea");
    assertEquals(
        Map.of(
            "free", List.of("A-1", "A-3", "T2-1", "GA1"),
            "booked", List.of("A-2"),
            "reservedByToken", List.of("T1")),
        groups("/reports/events/evt_1/byStatus"));
    assertEquals(Map.of("booked", List.of("A-2")), groups("/reports/events/evt_1/byStatus/booked"));
    assertEquals(
        Map.of("NO_CATEGORY", List.of("A-3")),
        groups("/reports/events/evt_1/byCategoryLabel/NO_CATEGORY"));
    assertEquals(
        List.of("A-1", "A-2", "A-3", "GA1", "T1", "T2-1"),
        texts(json(asked("/reports/events/evt_1")), "label"));
  }

  @Test
  void its_summaries_are_in_numbers() throws IOException {
    hold(
        "\"objectLabel\":\"GA1\",\"objectType\":\"generalAdmission\",\"quantity\":5",
        "token-of-ada");
    book("\"GA1\"", "token-of-ada");
    JsonNode flat = json(asked("/reports/events/evt_1/byStatus/summary"));
    assertEquals(5, flat.at("/booked/count").intValue());
    assertEquals(100, flat.at("/free/count").intValue());
    assertEquals(5, flat.at("/booked/byCategoryKey/vip").intValue());
    JsonNode deep = json(asked("/reports/events/evt_1/byStatus/summary/deep"));
    assertEquals(5, deep.at("/booked/byCategoryKey/vip/count").intValue());
    assertEquals(95, deep.at("/free/byObjectType/generalAdmission/count").intValue());
  }

  @Test
  void its_table_is_text() throws IOException {
    hold("\"objectLabel\":\"A-2\"", "token-of-ada");
    String csv = asked("/reports/events/evt_1.csv");
    assertStatus(200, csv);
    assertTrue(csv.toLowerCase(Locale.ROOT).contains("content-type: text/csv"), csv);
    assertTrue(csv.contains("\r\nA-2,reservedByToken,seat,9,Cat1,true,false,"), csv);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "events/evt_1/byLabel/summary",
        "events/evt_1/byOrderId/summary",
        "events/evt_1/bySelectability",
        "events/evt_1/byNothing",
        "events/evt_1/byNothing/x",
        "events/evt_1/byNothing/summary/deep",
        "charts/{chart}/byStatus",
        "charts/{chart}/byLabel/summary",
        "charts/{chart}/byLabel/x",
        "charts/{chart}"
      })
  void what_there_is_no_report_on_is_not_found(String path) throws IOException {
    assertError(404, "NOT_FOUND", asked("/reports/" + path.replace("{chart}", chart)));
  }

  @Test
  void there_are_no_reports_on_what_there_is_not() throws IOException {
    for (String path : List.of("", ".csv", "/byStatus", "/byStatus/x", "/byStatus/summary")) {
      assertError(404, "EVENT_NOT_FOUND", asked("/reports/events/evt_none" + path));
    }
    assertError(404, "CHART_NOT_FOUND", asked("/reports/charts/none/byLabel"));
    assertError(404, "CHART_NOT_FOUND", asked("/reports/charts/none/byLabel?version=draft"));
    assertError(404, "EVENT_NOT_FOUND", asked("/events/evt_none/objects?label=A-1"));
    assertError(404, "EVENT_NOT_FOUND", asked("/events/evt_none/status-changes"));
    assertError(404, "EVENT_NOT_FOUND", asked("/events/evt_none/objects/A-1/status-changes"));
  }

  @Test
  void I12_another_workspaces_event_is_not_there() throws IOException {
    String other = server.company().testSecret().text();
    for (String path :
        List.of(
            "/reports/events/evt_1/byStatus",
            "/events/evt_1/objects?label=A-1",
            "/events/evt_1/status-changes")) {
      assertError(404, "EVENT_NOT_FOUND", server.basic(other, "GET", path));
    }
    String path = "/reports/charts/" + chart + "/byLabel";
    assertError(404, "CHART_NOT_FOUND", server.basic(other, "GET", path));
  }

  @Test
  void a_chart_is_told_as_it_is_published_or_drawn() throws IOException {
    String bySection = "/reports/charts/" + chart + "/bySection";
    List<String> seats = List.of("A-1", "A-2", "A-3");
    assertEquals(
        Map.of("NO_SECTION", List.of("A-1", "A-2", "A-3", "T1-1", "T1", "T2-1", "T2", "GA1")),
        sorted(groups(bySection)));
    assertEquals(
        Map.of("NO_SECTION", List.of("A-1", "A-2", "A-3", "T1", "T2", "GA1")),
        sorted(groups(bySection + "?bookWholeTables=true")));
    assertEquals(
        Map.of("NO_SECTION", List.of("A-1", "A-2", "A-3", "T1-1", "T2-1", "GA1")),
        sorted(groups(bySection + "?bookWholeTables=false&version=published")));
    drawDraft(
        "{'subChart':{'rows':[{'label':'A','seats':[{'label':'1','x':1,'y':2},"
            + "{'label':'2','x':2,'y':2},{'label':'3','x':2,'y':2}]}]}}");
    assertEquals(Map.of("NO_SECTION", seats), groups(bySection + "?version=draft"));
    assertEquals(
        Map.of("NO_SECTION", List.of("A-1", "A-2", "A-3", "T1", "T2-1", "GA1")),
        sorted(groups(bySection + "?bookWholeTables=chart")));
    JsonNode summary = json(asked("/reports/charts/" + chart + "/byObjectType/summary"));
    assertEquals(100, summary.at("/generalAdmission/byCategoryLabel/Cat2").intValue());
  }

  /** Whether tables come before their seats is the drawing's own matter. */
  private static Map<String, List<String>> sorted(Map<String, List<String>> groups) {
    Map<String, List<String>> sorted = new LinkedHashMap<>();
    List<String> order = List.of("A-1", "A-2", "A-3", "T1-1", "T1", "T2-1", "T2", "GA1");
    groups.forEach((group, labels) ->
        sorted.put(
            group, labels.stream().sorted((a, b) -> order.indexOf(a) - order.indexOf(b)).toList()));
    return sorted;
  }

  @ParameterizedTest
  @ValueSource(strings = {"version=newest", "bookWholeTables=yes", "bookWholeTables="})
  void what_cannot_be_asked_of_a_chart_is_refused(String query) throws IOException {
    assertError(400, "GENERAL_ERROR", asked("/reports/charts/" + chart + "/byLabel?" + query));
  }

  @Test
  void objects_are_told_by_their_labels_and_exactly_those() throws IOException {
    hold("\"objectLabel\":\"A-1\"", "token-of-ada");
    JsonNode objects = json(asked("/events/evt_1/objects?label=A-1&label=GA1&label=A-1"));
    assertEquals(2, objects.size());
    assertEquals("reservedByToken", objects.at("/A-1/status").textValue());
    assertEquals("token-of-ada", objects.at("/A-1/holdToken").textValue());
    assertEquals(100, objects.at("/GA1/numFree").intValue());
    assertEquals(0, json(asked("/events/evt_1/objects")).size());
    assertError(400, "GENERAL_ERROR", asked("/events/evt_1/objects?label=A-1&label=Z-1"));
    assertError(400, "GENERAL_ERROR", asked("/events/evt_1/objects?label=T1-1"));
  }

  private List<Long> ids(String path) throws IOException {
    List<Long> ids = new ArrayList<>();
    json(asked(path)).path("items").forEach(each -> ids.add(each.path("id").longValue()));
    return ids;
  }

  @Test
  void changes_of_status_are_paged_filtered_and_sorted() throws IOException {
    hold("\"objectLabels\":[\"A-2\",\"A-1\"]", "token-of-ada");
    book("\"A-2\",\"A-1\"", "token-of-ada");
    String log = "/events/evt_1/status-changes";
    assertEquals(List.of(4L, 3L, 2L, 1L), ids(log));
    JsonNode page = json(asked(log + "?limit=1&start_after_id=4"));
    assertEquals("3", page.path("next_page_starts_after").textValue());
    assertEquals("3", page.path("previous_page_ends_before").textValue());
    assertEquals(List.of(4L, 3L), ids(log + "?end_before_id=2"));
    List<String> sorted =
        texts(json(asked(log + "?sort=objectLabel:DESC")).path("items"), "objectLabel");
    assertEquals(List.of("A-2", "A-2", "A-1", "A-1"), sorted);
    List<String> statuses = texts(json(asked(log + "?sort=status")).path("items"), "status");
    assertEquals(List.of("booked", "booked", "reservedByToken", "reservedByToken"), statuses);
    assertEquals(2, ids(log + "?filter=A-1&filterType=CONTAINS").size());
    assertEquals(List.of(), ids(log + "?filter=a-1"));
    assertEquals(2, ids("/events/evt_1/objects/A-1/status-changes").size());
    assertEquals(List.of(), ids("/events/evt_1/objects/A-3/status-changes"));
    assertError(400, "GENERAL_ERROR", asked("/events/evt_1/objects/Z%2F1/status-changes"));
    assertError(400, "GENERAL_ERROR", asked(log + "?sort=id"));
    assertError(400, "GENERAL_ERROR", asked(log + "?limit=0"));
  }

  @Test
  void a_change_tells_where_it_came_from_and_whether_its_object_is_still_there()
      throws IOException {
    hold("\"objectLabel\":\"A-1\"", "token-of-ada");
    book("\"A-1\"", "token-of-ada");
    JsonNode item = json(asked("/events/evt_1/status-changes")).path("items").get(0);
    assertEquals("booked", item.path("status").textValue());
    assertEquals("bar", item.at("/extraData/foo").textValue());
    assertEquals("API_CALL", item.at("/origin/type").textValue());
    assertEquals("127.0.0.1", item.at("/origin/ip").textValue());
    assertEquals(true, item.path("isPresentOnChart").booleanValue());
    drawDraft(DRAWING.replace("'label':'A'", "'label':'B'"));
    accepted(requireNonNull(charts).publish(requireNonNull(workspace), chart));
    JsonNode gone = json(asked("/events/evt_1/status-changes")).path("items").get(0);
    assertEquals("RENAMED_OR_DELETED", gone.path("notPresentOnChartReason").textValue());
  }
}

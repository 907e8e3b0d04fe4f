package dev.holdfast.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.http.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts as clients of seats.io make, change and read them: section 9. */
final class ChartsOverHttpTest {
  private final LocalServer server =
      new LocalServer(HttpSettings.Bounds.STANDARD, () -> {}, engine -> engine);
  private final String secret = server.company().liveSecret().text();

  /** The key of the chart that the server begins with, which was drawn in v1 and is on sale. */
  private final String v1Chart =
      Json.parse(body(LocalServer.quietly(() -> server.get("/api/v1/charts"))), false)
          .at("/items/0/chartKey")
          .asText();

  @AfterEach
  void close() {
    server.close();
  }

  private String ask(String method, String path, String body) throws IOException {
    String key = path.startsWith("/system/") ? server.company().admin().text() : secret;
    String user =
        Base64.getEncoder().encodeToString((key + ":null").getBytes(StandardCharsets.US_ASCII));
    String json = body.replace('\'', '"');
    return server.whole(
        method
            + " "
            + path.replace("{v1}", v1Chart)
            + " HTTP/1.1\r\nHost: box.test\r\nConnection: close\r\nAuthorization: Basic "
            + user
            + "\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Length: "
            + json.length()
            + "\r\n\r\n"
            + json);
  }

  private static byte[] body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.UTF_8);
  }

  private JsonNode ok(int status, String method, String path, String body) throws IOException {
    String answer = ask(method, path, body);
    LocalServer.assertStatus(status, answer);
    return status == 204 ? Json.parseStored("{}") : Json.parse(body(answer), true);
  }

  private JsonNode get(String path) throws IOException {
    return ok(200, "GET", path, "");
  }

  private void done(String method, String path, String body) throws IOException {
    ok(204, method, path, body);
  }

  private String created(String body) throws IOException {
    return ok(201, "POST", "/charts", body).path("key").asText();
  }

  private void sell(String chart) throws IOException {
    LocalServer.assertStatus(
        201, server.post("/api/v1/events", "{\"chartKey\":\"" + chart + "\"}"));
  }

  private static String quoted(JsonNode node) {
    return node.toString().replace('"', '\'');
  }

  @Test
  void a_new_chart_is_empty_and_can_be_sold() throws IOException {
    JsonNode chart = ok(201, "POST", "/charts", "");
    String key = chart.path("key").asText();
    assertEquals("Untitled chart", chart.path("name").asText());
    assertEquals("NOT_USED", chart.path("status").asText());
    assertEquals("[]", chart.path("tags").toString());
    assertFalse(chart.path("archived").asBoolean(true));
    assertFalse(chart.has("events"));
    assertFalse(chart.has("draftVersionThumbnailUrl"));
    assertEquals(
        "http://box.test/charts/" + key + "/thumbnail.svg",
        chart.path("publishedVersionThumbnailUrl").asText());
    assertEquals(chart, get("/charts/" + key));
    JsonNode drawing = get("/charts/" + key + "/version/published");
    assertEquals("Untitled chart", drawing.path("name").asText());
    assertEquals("SIMPLE", drawing.path("venueType").asText());
    assertEquals(0, drawing.at("/categories/list").size());
    sell(key);
    assertEquals("PUBLISHED", get("/charts/" + key).path("status").asText());
  }

  @Test
  void a_chart_is_made_with_a_name_a_type_and_categories_of_typed_keys() throws IOException {
    String categories =
        "[{'key':1,'label':'Category 1','color':'#aaaaaa','accessible':false},"
            + "{'key':'anotherCat','label':'Category 2','color':'#bbbbbb','accessible':true}]";
    String key = created("{'name':'Hall','venueType':'ZONES','categories':" + categories + "}");
    JsonNode chart = get("/charts/" + key);
    assertEquals("Hall", chart.path("name").asText());
    assertEquals("WITH_ZONES", chart.path("venueType").asText());
    assertEquals("{'errors':[],'warnings':[]}", quoted(chart.path("validation")));
    assertFalse(chart.has("zones"));
    assertEquals(categories, quoted(get("/charts/" + key + "/categories").path("categories")));
    JsonNode drawing = get("/charts/" + key + "/version/published");
    assertEquals(categories, quoted(drawing.at("/categories/list")));
  }

  @Test
  void what_nobody_sells_is_changed_at_once() throws IOException {
    String key = created("{'categories':[{'key':1,'label':'A','color':'#111'}]}");
    done("POST", "/charts/" + key, "{'name':'New name'}");
    assertEquals("New name", get("/charts/" + key + "/version/published").path("name").asText());
    done(
        "POST", "/charts/" + key, "{'categories':[{'key':1,'label':'B'},{'key':'x','label':'X'}]}");
    assertEquals(
        "[{'key':1,'label':'B','color':'#111','accessible':false},"
            + "{'key':'x','label':'X','accessible':false}]",
        quoted(get("/charts/" + key + "/categories").path("categories")));
    JsonNode chart = get("/charts/" + key);
    assertEquals("New name", chart.path("name").asText());
    assertEquals("NOT_USED", chart.path("status").asText());
    done("POST", "/charts/" + key, "{}");
    assertEquals(chart, get("/charts/" + key));
  }

  @Test
  void categories_are_added_changed_and_removed() throws IOException {
    String all = "/charts/" + created("") + "/categories";
    done("POST", all, "{'key':1,'label':'One','color':'#aaa','accessible':true}");
    done("POST", all, "{'key':'cat 2','label':'Two','color':'#bbb'}");
    done("POST", all + "/1", "{'label':'New label','accessible':false}");
    done("POST", all + "/cat%202", "{}");
    assertEquals(
        "[{'key':1,'label':'New label','color':'#aaa','accessible':false},"
            + "{'key':'cat 2','label':'Two','color':'#bbb','accessible':false}]",
        quoted(get(all).path("categories")));
    done("DELETE", all + "/1", "");
    assertEquals(1, get(all).path("categories").size());
    for (String method : List.of("POST", "DELETE")) {
      JsonNode refused = ok(404, method, all + "/1", method.equals("POST") ? "{}" : "");
      assertEquals("category not found", refused.at("/errors/0/message").asText());
    }
    JsonNode taken = ok(400, "POST", all, "{'key':'cat 2','label':'x'}");
    assertTrue(
        taken.at("/errors/0/message").asText().startsWith("category key already in use"),
        taken::toString);
  }

  @Test
  void what_is_sold_is_changed_as_a_draft_until_that_is_published() throws IOException {
    String key = created("{'name':'old name'}");
    String chart = "/charts/" + key;
    sell(key);
    done("POST", chart, "{'name':'new name'}");
    done("POST", chart + "/categories", "{'key':1,'label':'One'}");
    JsonNode drafted = get(chart);
    assertEquals("PUBLISHED_WITH_DRAFT", drafted.path("status").asText());
    assertEquals("new name", drafted.path("name").asText());
    assertEquals(
        "http://box.test" + chart + "/version/draft/thumbnail",
        drafted.path("draftVersionThumbnailUrl").asText());
    assertEquals("old name", get(chart + "/version/published").path("name").asText());
    assertEquals("new name", get(chart + "/version/draft").path("name").asText());
    assertEquals(1, get(chart + "/version/draft").at("/categories/list").size());
    assertEquals(0, get(chart + "/version/published").at("/categories/list").size());
    done("POST", chart + "/version/draft/actions/publish", "");
    assertEquals("PUBLISHED", get(chart).path("status").asText());
    assertEquals("new name", get(chart + "/version/published").path("name").asText());
    ok(404, "GET", chart + "/version/draft", "");
    ok(404, "POST", chart + "/version/draft/actions/publish", "");
    ok(404, "POST", chart + "/version/draft/actions/discard", "");
    ok(404, "POST", chart + "/version/draft/actions/validate", "");
  }

  @Test
  void a_draft_that_is_discarded_takes_its_name_with_it() throws IOException {
    String key = created("{'name':'oldname'}");
    String chart = "/charts/" + key;
    sell(key);
    done("POST", chart, "{'name':'newname'}");
    done("POST", chart + "/version/draft/actions/discard", "");
    JsonNode discarded = get(chart);
    assertEquals("oldname", discarded.path("name").asText());
    assertEquals("PUBLISHED", discarded.path("status").asText());
    assertEquals("oldname", get(chart + "/version/published").path("name").asText());
  }

  @Test
  void both_versions_are_validated_and_pictured() throws IOException {
    String key = created("");
    String chart = "/charts/" + key + "/version/";
    String off = "{'errors':[],'warnings':[]}";
    assertEquals(off, quoted(ok(200, "POST", chart + "published/actions/validate", "")));
    sell(key);
    done("POST", "/charts/" + key, "{'name':'x'}");
    assertEquals(off, quoted(ok(200, "POST", chart + "draft/actions/validate", "")));
    for (String version : List.of("published", "draft")) {
      String picture = ask("GET", chart + version + "/thumbnail", "");
      LocalServer.assertStatus(200, picture);
      assertTrue(picture.contains("image/svg+xml"), picture);
    }
  }

  @Test
  void a_chart_of_v1_is_read_as_a_drawing_and_changed_as_one() throws IOException {
    JsonNode chart = get("/charts/{v1}");
    assertEquals("xxx", chart.path("name").asText());
    assertEquals("PUBLISHED", chart.path("status").asText());
    JsonNode drawing = get("/charts/{v1}/version/published");
    assertEquals("xxx", drawing.path("name").asText());
    assertEquals(1000, drawing.at("/subChart/rows/0/seats").size());
    assertEquals("A", drawing.at("/subChart/rows/0/label").asText());
    done("POST", "/charts/{v1}/categories", "{'key':7,'label':'Seven'}");
    assertEquals(
        "[{'key':7,'label':'Seven','accessible':false}]",
        quoted(get("/charts/{v1}/version/draft").at("/categories/list")));
    assertEquals("xxx", get("/charts/{v1}/version/draft").path("name").asText());
    done("POST", "/charts/{v1}/version/draft/actions/publish", "");
    String hold = "{\"objectLabel\":\"A-1000\",\"holdToken\":\"token-of-ada\"}";
    LocalServer.assertStatus(200, server.post("/api/v1/events/{event}/seats/hold", hold));
    assertEquals("xxx", get("/charts/{v1}").path("name").asText());
  }

  @Test
  void charts_are_listed_the_newest_first_by_cursors_names_and_tags() throws IOException {
    String one = created("{'name':'Some hall'}");
    String two = created("{'name':'Other','venueType':'WITH_ZONES'}");
    String three = created("{'name':'HALL three'}");
    done("POST", "/charts/" + one + "/tags/tag1%2F%3A%22-%3C%3E", "");
    done("POST", "/charts/" + two + "/tags/tag2", "");
    assertEquals(List.of(three, two, one, v1Chart), keys("/charts"));
    JsonNode first = get("/charts?limit=2");
    assertEquals(List.of(three, two), keys(first));
    String cursor = first.path("next_page_starts_after").textValue();
    assertEquals(List.of(one, v1Chart), keys("/charts?start_after_id=" + cursor));
    assertEquals(List.of(three), keys("/charts?end_before_id=" + cursor));
    assertEquals(List.of(three, one), keys("/charts?filter=hall"));
    assertEquals(List.of(one), keys("/charts?tag=tag1%2F%3A%22-%3C%3E"));
    assertEquals(List.of(), keys("/charts?tag=tag1"));
    assertEquals("{'tags':['tag1/:\\'-<>','tag2']}", quoted(get("/charts/tags")));
    done("DELETE", "/charts/" + two + "/tags/tag2", "");
    assertEquals("[]", get("/charts/" + two).path("tags").toString());
  }

  @Test
  void a_list_tells_of_drawings_what_is_expanded_and_nothing_else() throws IOException {
    created("{'name':'Zoned','venueType':'WITH_ZONES'}");
    JsonNode plain = get("/charts?limit=1").at("/items/0");
    for (String member : List.of("validation", "venueType", "zones", "events")) {
      assertFalse(plain.has(member), member);
    }
    JsonNode expanded =
        get("/charts?limit=1&expand=validation&expand=venueType&expand=zones&expand=x")
            .at("/items/0");
    assertEquals("WITH_ZONES", expanded.path("venueType").asText());
    assertEquals("{'errors':[],'warnings':[]}", quoted(expanded.path("validation")));
    assertFalse(expanded.has("zones"), "it has none");
    assertEquals(plain.path("id"), expanded.path("id"));
    JsonNode typed = get("/charts?expand=venueType").at("/items/0");
    assertTrue(typed.has("venueType"));
    assertFalse(typed.has("validation"));
  }

  private List<String> keys(String path) throws IOException {
    return keys(get(path));
  }

  private static List<String> keys(JsonNode page) {
    List<String> keys = new ArrayList<>();
    page.path("items").forEach(item -> keys.add(item.path("key").asText()));
    return keys;
  }

  @ParameterizedTest
  @CsvSource({
    "GET,",
    "POST,",
    "GET,/categories",
    "POST,/categories",
    "POST,/categories/1",
    "DELETE,/categories/1",
    "GET,/version/published",
    "GET,/version/draft",
    "GET,/version/published/thumbnail",
    "POST,/version/published/actions/validate",
    "POST,/version/draft/actions/publish",
    "POST,/version/draft/actions/discard",
    "POST,/tags/x",
    "DELETE,/tags/x",
  })
  void a_chart_that_is_not_there_is_not_found(String method, String path) throws IOException {
    String body = path == null || !path.equals("/categories") ? "" : "{'key':1}";
    String answer = ask(method, "/charts/none" + (path == null ? "" : path), body);
    LocalServer.assertStatus(404, answer);
    JsonNode error = Json.parse(body(answer), false);
    assertEquals("CHART_NOT_FOUND", error.at("/errors/0/code").asText(), answer);
    assertTrue(
        error
            .at("/messages/0")
            .asText()
            .startsWith("Chart not found: none was not found in workspace"),
        answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':''} | #/name: expected minLength: 1",
        "{'name':7} | #/name: expected type: string, found: number",
        "{'categories':{}} | #/categories: expected type: array, found: object",
        "{'categories':[7]} | #/categories/0: expected type: object, found: number",
        "{'categories':[{'label':'x'}]} | #/categories/0: required key [key] not found",
        "{'categories':[{'key':1.5}]} | #/categories/0/key: expected type: integer, found: float",
        "{'categories':[{'key':{}}]} | #/categories/0/key: expected type: string, found: object",
        "{'categories':[{'key':1},{'key':'1'}]} | #/categories/1/key: category key already in use",
        "{'categories':[{'key':1,'accessible':'x'}]} | #/categories/0/accessible: expected type: "
            + "boolean, found: string",
      })
  void a_body_that_says_something_else_is_refused(String body, String message) throws IOException {
    String key = created("");
    for (String path : List.of("/charts", "/charts/" + key)) {
      assertEquals(message, ok(400, "POST", path, body).at("/errors/0/message").asText(), path);
    }
  }

  private static final String DRAWING =
      "{'name':'Sample','venueType':'MIXED','categories':{'list':[{'key':9,'label':'Cat1',"
          + "'color':'#87A9CD'}]},'zones':{'list':[{'key':'finishline','label':'Finish Line'}]},"
          + "'subChart':{'rows':[{'label':'A','seats':[{'label':'1','x':1,'y':2,'categoryKey':9},"
          + "{'label':'1','x':2,'y':2},{'label':'?','x':3,'y':2}]}]},'kept':[1.50]}";

  @Test
  void a_whole_drawing_is_published_under_a_key_of_the_clients_choice() throws IOException {
    String key = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
    done("POST", "/system/public/charts/" + key, DRAWING);
    JsonNode chart = get("/charts/" + key);
    assertEquals("Sample", chart.path("name").asText());
    assertEquals("NOT_USED", chart.path("status").asText());
    assertEquals("SIMPLE", chart.path("venueType").asText());
    assertEquals("[{'key':'finishline','label':'Finish Line'}]", quoted(chart.path("zones")));
    JsonNode drawing = get("/charts/" + key + "/version/published");
    assertEquals("1.50", drawing.at("/kept/0").decimalValue().toPlainString());
    assertEquals(3, drawing.at("/subChart/rows/0/seats").size());
    sell(key);
    JsonNode taken = ok(400, "POST", "/system/public/charts/" + key, "{}");
    assertEquals("Chart key already in use", taken.at("/errors/0/message").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a%20b | {} | #/chartKey: must match [A-Za-z0-9_-]{1,64}",
        "a | | #: A drawing is required",
        "a | [] | #: expected type: object, found: array",
        "a | {\"subChart\":{\"focalPoint\":{\"x\":1e9}}} | #/subChart/focalPoint/x: "
            + "Number must be less than or equal to 1000000",
      })
  void what_is_no_drawing_or_no_key_makes_no_chart(String key, String body, String message)
      throws IOException {
    String path = "/system/public/charts/" + key;
    JsonNode refused = ok(400, "POST", path, body == null ? "" : body);
    assertEquals(message, refused.at("/errors/0/message").asText());
    assertEquals(1, get("/charts").path("items").size());
  }

  @Test
  void a_repeated_request_makes_one_chart() throws IOException {
    String user =
        Base64.getEncoder().encodeToString((secret + ":").getBytes(StandardCharsets.US_ASCII));
    String request =
        "POST /charts HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Basic "
            + user
            + "\r\nIdempotency-Key: once\r\nContent-Length: 0\r\n\r\n";
    JsonNode first = Json.parse(body(server.whole(request)), false);
    assertEquals(first, Json.parse(body(server.whole(request)), false));
    assertNotEquals(first.path("key").asText(), created(""));
    assertEquals(3, get("/charts").path("items").size());
  }
}

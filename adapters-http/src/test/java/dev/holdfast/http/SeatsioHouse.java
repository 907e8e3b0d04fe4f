package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.http.SeatsioDesk.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A house of which two events, {@code gala} and {@code ball}, are sold through the seats.io
 * dialect, for tests: rows A and B of six seats, the second half of B accessible, tables T1 (sold
 * as a whole) and T2, a booth, an area of 100 places, and a section in a zone of its own. JSON is
 * written with ' for ".
 */
final class SeatsioHouse implements AutoCloseable {
  static final String GROUP = "/events/groups/actions/change-object-status";
  static final String BATCH = "/events/actions/change-object-status";
  static final String EXPAND = "?expand=objects";
  static final List<String> EVENTS = List.of("gala", "ball");

  private static final String CHART = "hall";

  private final SeatsioDesk desk = new SeatsioDesk();

  SeatsioHouse() {
    draw(CHART, drawing());
    for (String event : EVENTS) {
      desk.post("/events", "{'chartKey':'" + CHART + "','eventKey':'" + event + "'}").is(201);
    }
  }

  private static String drawing() {
    return "{'venueType':'WITH_ZONES','categories':{'list':[{'key':9,'label':'Cat1'},"
        + "{'key':'vip','label':'Cat2'},{'key':10,'label':'Cat3'}]},"
        + "'zones':{'list':[{'key':'north','label':'North'}]},"
        + "'subChart':{'focalPoint':{'x':10,'y':0},'rows':["
        + row("A", 20, "9", false)
        + ","
        + row("B", 40, "'vip'", true)
        + ",{'label':'R/1','seats':[{'label':'a b','x':900,'y':900,'categoryKey':10}]}],"
        + "'tables':["
        + table("T1", true)
        + ","
        + table("T2", false)
        + "],'booths':[{'label':'Booth 1','categoryKey':10,'center':{'x':500,'y':500}}],"
        + "'generalAdmissionAreas':[{'label':'GA1','categoryKey':'vip','capacity':100,"
        + "'center':{'x':10,'y':90}}],"
        + "'sections':[{'label':'Section A','categoryKey':10,'zone':'north',"
        + "'topLeft':{'x':600,'y':600},'subChart':{'rows':["
        + row("A", 0, "10", false)
        + "]}}]}}";
  }

  private static String row(String label, int y, String category, boolean accessible) {
    StringBuilder seats = new StringBuilder();
    for (int number = 1; number <= 6; number++) {
      seats
          .append(number == 1 ? "" : ",")
          .append("{'label':'%d','x':%d,'y':%d".formatted(number, number * 10, y))
          .append(",'categoryKey':" + category)
          .append(accessible && number > 3 ? ",'accessible':true}" : "}");
    }
    return "{'label':'" + label + "','seats':[" + seats + "]}";
  }

  private static String table(String label, boolean whole) {
    return "{'label':'%s','bookAsAWhole':%s,'center':{'x':300,'y':300},'seats':["
            .formatted(label, whole)
        + "{'label':'1','x':300,'y':290,'categoryKey':10},"
        + "{'label':'2','x':300,'y':310,'categoryKey':10}]}";
  }

  /** Brings a drawing in under a key, published. */
  void draw(String chart, String drawing) {
    String answer =
        LocalServer.quietly(() ->
            desk.server()
                .basicSending(
                    desk.server().company().admin().text(),
                    "POST",
                    "/system/public/charts/" + chart,
                    drawing.replace('\'', '"')));
    assertEquals("HTTP/1.1 2", answer.substring(0, 10), answer);
  }

  SeatsioDesk desk() {
    return desk;
  }

  /** A token of its own. */
  String token() {
    return desk.post("/hold-tokens").is(201).body().path("holdToken").asText();
  }

  /** One that is over. */
  String tokenThatIsOver() {
    String token = token();
    desk.post("/hold-tokens/" + token, "{'expiresInMinutes':0}").is(200);
    return token;
  }

  /** Changes objects in some events; the members follow {@code events}. */
  Reply group(List<String> events, String members) {
    return desk.post(GROUP + EXPAND, groupOf(events, members));
  }

  static String groupOf(List<String> events, String members) {
    return "{'events':['" + String.join("','", events) + "']," + members + "}";
  }

  /** Changes objects of the gala, and tells them. */
  JsonNode change(String members) {
    return group(List.of("gala"), members).is(200).body().path("objects");
  }

  /** The same with objects of these labels, each by itself. */
  JsonNode change(String members, String... labels) {
    return change(members + "," + objects(labels));
  }

  static String objects(String... labels) {
    return "'objects':[{'objectId':'" + String.join("'},{'objectId':'", labels) + "'}]";
  }

  /** Objects of the gala as they are told afterwards. */
  JsonNode told(String... labels) {
    return toldOf("gala", labels);
  }

  JsonNode toldOf(String event, String... labels) {
    StringBuilder query = new StringBuilder("/events/" + event + "/objects?");
    for (String label : labels) {
      query.append("&label=").append(URLEncoder.encode(label, StandardCharsets.UTF_8));
    }
    return desk.get(query.toString()).is(200).body();
  }

  /** One object of the gala. */
  JsonNode info(String label) {
    return told(label).path(label);
  }

  String status(String label) {
    return info(label).path("status").asText();
  }

  /** All that anybody could see of the events. */
  String books() {
    StringBuilder books = new StringBuilder();
    for (String event : EVENTS) {
      books
          .append(desk.get("/reports/events/" + event).is(200).body())
          .append(desk.get("/events/" + event + "/status-changes").is(200).body())
          .append(journal(event));
    }
    return books.toString();
  }

  /** The journal as v1 tells it, changes of no status included. */
  String journal(String event) {
    String answer =
        LocalServer.quietly(() -> desk.server().get("/api/v1/events/" + event + "/changes"));
    assertStatus(200, answer);
    return answer.substring(answer.indexOf("\r\n\r\n"));
  }

  /** How many changes of status the event has seen. */
  int changes(String event) {
    return desk.get("/events/" + event + "/status-changes").is(200).body().path("items").size();
  }

  @Override
  public void close() {
    desk.close();
  }
}

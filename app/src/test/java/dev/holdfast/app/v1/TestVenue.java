package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** A published chart with one event in a workspace of its own, and short ways to act on it. */
public record TestVenue(
    Workspace workspace, V1Client sk, V1Client pk, String chartKey, String eventKey) {

  public static final String CHARTS = "/api/v1/charts";
  public static final String EVENTS = "/api/v1/events";

  public static TestVenue open(ServiceUnderTest service) {
    return open(service, Layouts.standard());
  }

  public static TestVenue open(ServiceUnderTest service, ObjectNode layout) {
    Workspace workspace = Workspace.make(service);
    return open(workspace, workspace.testSecret(), workspace.testPublic(), layout);
  }

  public static TestVenue open(Workspace workspace, V1Client sk, V1Client pk, ObjectNode layout) {
    String chart = publishedChart(sk, layout);
    return new TestVenue(workspace, sk, pk, chart, event(sk, chart));
  }

  public static String publishedChart(V1Client sk, ObjectNode layout) {
    String chart =
        sk.post(CHARTS, Json.object("name", "Harbour Hall", "draftVersion", layout))
            .expect(201)
            .text("chartKey");
    sk.post(CHARTS + "/" + chart + "/publish").ok();
    return chart;
  }

  public static String event(V1Client sk, String chart) {
    return sk.post(EVENTS, Json.object("chartKey", chart, "name", "Winter gala"))
        .expect(201)
        .text("eventKey");
  }

  /** Another event on the same chart. */
  public TestVenue secondEvent() {
    return new TestVenue(workspace, sk, pk, chartKey, event(sk, chartKey));
  }

  /** The same venue with the browser's key instead of the server's. */
  public TestVenue asBrowser() {
    return as(pk);
  }

  /** The same event key, asked with another caller's key. */
  public TestVenue as(V1Client caller) {
    return new TestVenue(workspace, caller, pk, chartKey, eventKey);
  }

  public String path(String rest) {
    return EVENTS + "/" + eventKey + rest;
  }

  public String chartPath(String rest) {
    return CHARTS + "/" + chartKey + rest;
  }

  public Answer seats(String step, Object body) {
    return sk.post(path("/seats/" + step), body);
  }

  public Answer hold(String label, String token) {
    return seats("hold", Json.object("objectLabel", label, "holdToken", token));
  }

  public Answer hold(String label, String token, int ttlSeconds) {
    return seats(
        "hold", Json.object("objectLabel", label, "holdToken", token, "ttlSeconds", ttlSeconds));
  }

  public Answer holdAll(Collection<String> labels, String token) {
    return seats("hold", Json.object("objectLabels", labels, "holdToken", token));
  }

  public Answer holdAll(Collection<String> labels, String token, int ttlSeconds) {
    return seats(
        "hold", Json.object("objectLabels", labels, "holdToken", token, "ttlSeconds", ttlSeconds));
  }

  public Answer holdPlaces(String area, String token, int quantity) {
    return seats("hold", places(area, token, quantity));
  }

  public static ObjectNode places(String area, String token, int quantity) {
    return Json.object(
        "objectLabel",
        area,
        "objectType",
        "generalAdmission",
        "holdToken",
        token,
        "quantity",
        quantity);
  }

  public Answer book(Collection<String> labels, String token) {
    return seats("book", Json.object("objectLabels", labels, "holdToken", token));
  }

  public Answer release(Collection<String> labels) {
    return seats("release", Json.object("objectLabels", labels));
  }

  public Answer release(Collection<String> labels, String token) {
    return seats("release", Json.object("objectLabels", labels, "holdToken", token));
  }

  public Answer extend(String token, int ttlSeconds) {
    return seats("extend", Json.object("holdToken", token, "ttlSeconds", ttlSeconds));
  }

  public Answer extend(String token, Collection<String> labels, int ttlSeconds) {
    return seats(
        "extend", Json.object("holdToken", token, "labels", labels, "ttlSeconds", ttlSeconds));
  }

  public Answer status() {
    return sk.get(path("/status"));
  }

  /** All records of the event that are not free. */
  public List<JsonNode> objects() {
    return Json.stream(status().ok().at("objects")).toList();
  }

  public List<String> labels(String state) {
    return objects().stream()
        .filter(object -> object.path("status").asText().equals(state))
        .map(object -> object.path("objectLabel").asText())
        .sorted()
        .toList();
  }

  public JsonNode object(String label) {
    return objects().stream()
        .filter(object -> object.path("objectLabel").asText().equals(label))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** {@code free} for an object that the status does not list. */
  public String state(String label) {
    return object(label).path("status").asText("free");
  }

  /** How many places of an area are taken in one state. */
  public int places(String area, String state) {
    return objects().stream()
        .filter(object -> object.path("objectLabel").asText().equals(area))
        .filter(object -> object.path("status").asText().equals(state))
        .mapToInt(object -> object.path("quantity").asInt())
        .sum();
  }

  /** Runs a request that must change nothing at all, and hands its answer on. */
  public Answer untouchedBy(Supplier<Answer> request) {
    String before = objectsAsSent();
    Answer answer = request.get();
    String after = objectsAsSent();
    assertEquals(before, after, () -> "status before and after a " + answer.status());
    return answer;
  }

  /** The status without its sequence number, which also moves when a sweep ends lapsed holds. */
  private String objectsAsSent() {
    return status().ok().raw().replaceFirst("\"seq\":\\d+,", "");
  }
}

package dev.holdfast.app.tmt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.Layouts;
import dev.holdfast.app.v1.ServiceUnderTest;
import dev.holdfast.app.v1.TestVenue;
import dev.holdfast.app.v1.V1Client;
import dev.holdfast.app.v1.Workspace;
import java.util.UUID;

/**
 * A published chart with one event that was created through the dialect, in a workspace of its own.
 *
 * @param v1 the same event, seen through the other dialect
 */
record TmtVenue(TmtClient tmt, TestVenue v1) {

  static final String NAME = "Noche de Boleros";
  static final String DATE = "2027-02-14";

  /** Seats A-1 .. A-30, VIP-G1 .. VIP-G3, T1-1 .. T1-4 and {@code floor} with ten places. */
  static TmtVenue open(ServiceUnderTest service) {
    return open(service, Layouts.standard());
  }

  static TmtVenue open(ServiceUnderTest service, ObjectNode layout) {
    Workspace workspace = Workspace.make(service);
    return open(workspace, workspace.testSecret(), workspace.testPublic(), layout);
  }

  static TmtVenue open(Workspace workspace, V1Client sk, V1Client pk, ObjectNode layout) {
    String chart = TestVenue.publishedChart(sk, layout);
    TestVenue v1 = new TestVenue(workspace, sk, pk, chart, newId());
    TmtVenue venue = new TmtVenue(TmtClient.of(sk), v1);
    venue.create(venue.event()).ok();
    return venue;
  }

  static String newId() {
    return "gala-" + UUID.randomUUID();
  }

  String chart() {
    return v1.chartKey();
  }

  String event() {
    return v1.eventKey();
  }

  /** The same event through the other of the two places. */
  TmtVenue at(String place) {
    return new TmtVenue(tmt.at(place), v1);
  }

  /** The same event as another caller names it. */
  TmtVenue as(V1Client caller) {
    return new TmtVenue(TmtClient.of(caller), v1.as(caller));
  }

  /** Another event on the same chart. */
  TmtVenue secondEvent() {
    String id = newId();
    create(id).ok();
    return of(id);
  }

  /** The same venue with another event's id. */
  TmtVenue of(String id) {
    return new TmtVenue(tmt, new TestVenue(v1.workspace(), v1.sk(), v1.pk(), chart(), id));
  }

  Answer create(String id) {
    return tmt.call(
        "create_event_seatsio",
        "chart_id",
        chart(),
        "event_id",
        id,
        "name_event",
        NAME,
        "date_event",
        DATE);
  }

  /** The entry of this event in the list of all. */
  JsonNode listed() {
    return Json.stream(tmt.call("list_event_seatsio").ok().at("data").path("events"))
        .filter(event -> event.path("key").asText().equals(event()))
        .findFirst()
        .orElseThrow();
  }

  static ObjectNode places(String area, int quantity) {
    return Json.object("objectId", area, "quantity", quantity);
  }

  static ObjectNode object(String token) {
    return Json.object("token", token);
  }

  Answer hold(Object... seats) {
    return holdAll(Json.array(seats));
  }

  Answer holdAll(Object seats) {
    return tmt.call("hold_seats_seatsio", "event_id", event(), "seats", seats);
  }

  /** Data that would do for every function. */
  ObjectNode everything(String token) {
    ObjectNode data =
        Json.object(
            "chart_id",
            chart(),
            "event_id",
            event(),
            "name_event",
            NAME,
            "date_event",
            DATE,
            "seats",
            Json.array("A-1"),
            "tags",
            Json.array("sala"));
    data.set("hold_token", object(token));
    return data;
  }

  /** Holds; the token as text. */
  String held(Object... seats) {
    return token(hold(seats).ok());
  }

  static String token(Answer hold) {
    return hold.at("data").path("hold").path("hold_token").path("token").asText();
  }

  Answer book(String token, Object... seats) {
    return book(object(token), Json.array(seats));
  }

  Answer book(Object token, ArrayNode seats) {
    return tmt.call("book_seats_seatsio", "event_id", event(), "seats", seats, "hold_token", token);
  }

  /** Releases under a token, given in whatever form. */
  Answer releaseUnder(Object token, Object... seats) {
    return tmt.call(
        "release_seats_seatsio",
        "event_id",
        event(),
        "seats",
        Json.array(seats),
        "hold_token",
        token);
  }

  Answer release(Object... seats) {
    return tmt.call("release_seats_seatsio", "event_id", event(), "seats", Json.array(seats));
  }

  Answer expire(Object token) {
    return tmt.call("expire_hold_token_seatsio", "hold_token", token);
  }

  Answer extend(Object token, int seconds) {
    return tmt.call(
        "extend_seats_seatsio", "event_id", event(), "hold_token", token, "seconds", seconds);
  }
}

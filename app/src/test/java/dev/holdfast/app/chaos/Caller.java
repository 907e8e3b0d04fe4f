package dev.holdfast.app.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.chaos.Wire.Reply;
import dev.holdfast.app.history.Call;
import dev.holdfast.app.history.Deed;
import dev.holdfast.app.history.Result;
import dev.holdfast.app.history.Sight;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.TestVenue;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Calls one node about one event, and writes down what came of each call. */
final class Caller {
  private final String node;
  private final URI event;
  private final String key;
  private final Duration patience;
  private final Recorder recorder;
  private final Wire wire;

  /**
   * A caller.
   *
   * @param event the event's address at the node
   * @param patience how long to wait for an answer; what comes later is never known
   */
  Caller(String node, URI event, String key, Duration patience, Recorder recorder) {
    this.node = node;
    this.event = event;
    this.key = key;
    this.patience = patience;
    this.recorder = recorder;
    this.wire = new Wire(recorder);
  }

  /** One a node, about a venue's event. */
  static List<Caller> everywhere(
      Nodes nodes, TestVenue venue, Duration patience, Recorder recorder) {
    List<Caller> callers = new ArrayList<>();
    for (int node = 0; node < Schedule.NODES; node++) {
      URI event = URI.create(nodes.node(node).baseUri() + venue.path(""));
      callers.add(new Caller("node " + node, event, venue.sk().key(), patience, recorder));
    }
    return callers;
  }

  Call hold(Collection<String> labels, String token, int seconds) {
    Object body = Json.object("objectLabels", labels, "holdToken", token, "ttlSeconds", seconds);
    return seats(Deed.HOLD, "hold", List.copyOf(labels), token, body);
  }

  Call holdPlaces(String area, String token, int places, int seconds) {
    Object body =
        Json.object(
            "objectLabel",
            area,
            "objectType",
            "generalAdmission",
            "holdToken",
            token,
            "quantity",
            places,
            "ttlSeconds",
            seconds);
    return seats(Deed.HOLD, "hold", List.of(area), token, body);
  }

  Call extend(Collection<String> labels, String token, int seconds) {
    Object body = Json.object("labels", labels, "holdToken", token, "ttlSeconds", seconds);
    return seats(Deed.EXTEND, "extend", List.copyOf(labels), token, body);
  }

  Call book(Collection<String> labels, String token) {
    Object body = Json.object("objectLabels", labels, "holdToken", token);
    return seats(Deed.BOOK, "book", List.copyOf(labels), token, body);
  }

  /** The same through the tmt dialect. */
  Call bookByTmt(Collection<String> labels, String token) {
    Object data = Json.object("event_id", key(event), "seats", labels, "hold_token", token);
    HttpRequest request =
        HttpRequest.newBuilder(event.resolve("/tmt/book_seats_seatsio"))
            .timeout(patience)
            .header("X-Api-Key", key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.object("data", data).toString()))
            .build();
    return send(Deed.BOOK, List.copyOf(labels), token, request);
  }

  private static String key(URI event) {
    String path = event.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What the token holds. */
  Call release(Collection<String> labels, String token) {
    Object body = Json.object("objectLabels", labels, "holdToken", token);
    return seats(Deed.RELEASE, "release", List.copyOf(labels), token, body);
  }

  /** Whosever it is; of an area, every place. */
  Call free(Collection<String> labels) {
    Object body = Json.object("objectLabels", labels, "allPlaces", true);
    return seats(Deed.RELEASE, "release", List.copyOf(labels), "", body);
  }

  Call look() {
    HttpRequest request = request("/status").GET().build();
    return send(Deed.LOOK, List.of(), "", request);
  }

  private Call seats(Deed deed, String path, List<String> labels, String token, Object body) {
    HttpRequest request =
        request("/seats/" + path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    return send(deed, labels, token, request);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(event + path))
        .timeout(patience)
        .header("X-Api-Key", key);
  }

  private Call send(Deed deed, List<String> labels, String token, HttpRequest request) {
    long start = System.nanoTime();
    Reply reply = wire.send(request);
    Result result = reply.result();
    long end = result == Result.UNKNOWN ? Long.MAX_VALUE : System.nanoTime();
    JsonNode body = reply.body();
    List<Sight> sights =
        switch (result) {
          case DONE -> sights(deed, token, body);
          case REFUSED -> Sights.failed(body);
          case NOTHING, UNKNOWN -> List.of();
        };
    long seq = deed == Deed.LOOK ? body.path("seq").asLong() : 0;
    Call call = new Call(node, deed, labels, token, start, end, result, sights, seq);
    recorder.add(call);
    return call;
  }

  private static List<Sight> sights(Deed deed, String token, JsonNode body) {
    return switch (deed) {
      case HOLD -> Sights.held(body);
      case EXTEND -> Sights.extended(body, token);
      case BOOK -> Sights.booked(body, token);
      case RELEASE -> Sights.released(body);
      case LOOK -> Sights.status(body);
      case RESERVE, TAKE, FREE -> throw new IllegalArgumentException("another dialect's: " + deed);
    };
  }
}

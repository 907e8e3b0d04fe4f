package dev.holdfast.app.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.history.Call;
import dev.holdfast.app.history.Deed;
import dev.holdfast.app.history.Result;
import dev.holdfast.app.history.Sight;
import dev.holdfast.app.v1.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls one node about one event, and writes down what came of each call. */
final class Caller {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final String node;
  private final URI event;
  private final String key;
  private final Duration patience;
  private final Recorder recorder;

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
    Reply reply = reply(request);
    long end = reply.result == Result.UNKNOWN ? Long.MAX_VALUE : System.nanoTime();
    JsonNode body = reply.body;
    List<Sight> sights = List.of();
    if (body != null && reply.result == Result.DONE) {
      sights = sights(deed, token, body);
    } else if (body != null && reply.result == Result.REFUSED) {
      sights = Sights.failed(body);
    }
    long seq = deed == Deed.LOOK && body != null ? body.path("seq").asLong() : 0;
    Call call = new Call(node, deed, labels, token, start, end, reply.result, sights, seq);
    recorder.add(call);
    return call;
  }

  private record Reply(Result result, @Nullable JsonNode body) {}

  private Reply reply(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      JsonNode body = Json.parseOrMissing(response.body());
      Result result = Results.of(response.statusCode(), body);
      if (result == Result.UNKNOWN && response.statusCode() != 500) {
        recorder.odd(request.uri() + ": " + response.statusCode() + " " + response.body());
      }
      return new Reply(result, body);
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new Reply(Result.NOTHING, null);
    } catch (IOException e) {
      return new Reply(Result.UNKNOWN, null);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Sight> sights(Deed deed, String token, JsonNode body) {
    return switch (deed) {
      case HOLD -> Sights.held(body);
      case EXTEND -> Sights.extended(body, token);
      case BOOK -> Sights.booked(body, token);
      case RELEASE -> Sights.released(body);
      case LOOK -> Sights.status(body);
    };
  }
}

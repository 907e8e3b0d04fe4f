package dev.holdfast.app.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.v1.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

/** The v1 API of a service, as far as one event goes. May be used by many at once. */
final class Api implements AutoCloseable {
  /** Holds of those who leave end by themselves after it. */
  static final int TTL_SECONDS = 600;

  /** How long to wait for an answer; the service itself answers or refuses within 15 s. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration CONNECTING = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTING)
          .build();
  private final URI service;
  private final String event;
  private final String key;

  Api(Options options) {
    service = options.service();
    event = "/api/v1/events/" + coded(options.event());
    key = options.key();
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Asks for something of the event.
   *
   * @param rest of the path, with the query
   */
  Reply get(String rest) {
    return send(request(rest).GET());
  }

  /** The status, or 304 if it is that of this tag. */
  Reply status(String tag) {
    HttpRequest.Builder request = request("/status").GET();
    return send(tag.isEmpty() ? request : request.header("If-None-Match", tag));
  }

  Reply hold(Wish wish, String token) {
    ObjectNode body =
        wish.area()
            ? Json.object(
                "objectLabel",
                wish.labels().getFirst(),
                "objectType",
                "generalAdmission",
                "quantity",
                wish.places())
            : Json.object("objectLabels", wish.labels());
    body.put("holdToken", token).put("ttlSeconds", TTL_SECONDS);
    return send(post("/seats/hold", body));
  }

  Reply extend(String token) {
    return send(post("/seats/extend", Json.object("holdToken", token, "ttlSeconds", TTL_SECONDS)));
  }

  /** Under an idempotency key, so it may be asked again. */
  Reply book(Wish wish, String token, String order) {
    ObjectNode body =
        Json.object(
            "objectLabels",
            wish.labels(),
            "holdToken",
            token,
            "extraData",
            Json.object("orderId", order));
    return send(post("/seats/book", body).header("Idempotency-Key", order));
  }

  /** What a token holds; of areas, also what was booked under it. */
  Reply release(Wish wish, String token) {
    return send(
        post("/seats/release", Json.object("objectLabels", wish.labels(), "holdToken", token)));
  }

  /** Seats, whosever they are. */
  Reply free(Iterable<String> seats) {
    return send(post("/seats/release", Json.object("objectLabels", seats)));
  }

  private HttpRequest.Builder request(String rest) {
    return HttpRequest.newBuilder(URI.create(service + event + rest))
        .timeout(PATIENCE)
        .header("X-Api-Key", key)
        .header("Accept-Encoding", "gzip");
  }

  private HttpRequest.Builder post(String rest, ObjectNode body) {
    return request(rest)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.toString()));
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      HttpHeaders headers = response.headers();
      return Reply.of(
          response.statusCode(),
          unpacked(response),
          headers.firstValue("ETag").orElse(""),
          seconds(headers.firstValue("Retry-After").orElse("")));
    } catch (IOException e) {
      return Reply.nothing(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.nothing("broken off");
    }
  }

  private static byte[] unpacked(HttpResponse<byte[]> response) throws IOException {
    boolean packed = response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
    if (!packed || response.body().length == 0) {
      return response.body();
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      return in.readAllBytes();
    }
  }

  private static Duration seconds(String text) {
    return text.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}

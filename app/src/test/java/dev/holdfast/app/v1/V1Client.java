package dev.holdfast.app.v1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One caller: a base address and the headers it always sends. */
public final class V1Client {

  private static final String JSON = "application/json";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final URI base;
  private final Map<String, String> headers;

  private V1Client(URI base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  public static V1Client withKey(URI base, String key) {
    return new V1Client(base, Map.of("X-Api-Key", key));
  }

  public static V1Client withoutKey(URI base) {
    return new V1Client(base, Map.of());
  }

  /** The same caller, sending one header more. */
  public V1Client with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new V1Client(base, more);
  }

  /** The same caller's key as the user of HTTP Basic; nobody where there is no key. */
  public V1Client basic() {
    return key().isEmpty() ? new V1Client(base, Map.of()) : basic(base, key());
  }

  /** A caller whose key is the user of HTTP Basic. */
  public static V1Client basic(URI base, String key) {
    byte[] pair = (key + ":").getBytes(StandardCharsets.UTF_8);
    String coded = Base64.getEncoder().encodeToString(pair);
    return new V1Client(base, Map.of("Authorization", "Basic " + coded));
  }

  public String key() {
    return headers.getOrDefault("X-Api-Key", "");
  }

  public URI base() {
    return base;
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody(), null);
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody(), null);
  }

  public Answer options(String path) {
    return send("OPTIONS", path, BodyPublishers.noBody(), null);
  }

  public Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody(), null);
  }

  /** The body is sent as its {@code toString}: JSON trees and hand-written text alike. */
  public Answer post(String path, Object body) {
    return text("POST", path, body.toString(), JSON);
  }

  public Answer patch(String path, Object body) {
    return text("PATCH", path, body.toString(), JSON);
  }

  public Answer text(String method, String path, String body, String contentType) {
    return send(method, path, BodyPublishers.ofString(body, StandardCharsets.UTF_8), contentType);
  }

  public Answer bytes(String method, String path, byte[] body) {
    return send(method, path, BodyPublishers.ofByteArray(body), JSON);
  }

  private Answer send(
      String method, String path, BodyPublisher body, @Nullable String contentType) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).method(method, body);
    headers.forEach(request::header);
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    HttpResponse<String> response = exchange(request.build());
    String raw = response.body();
    return new Answer(response.statusCode(), response.headers(), Json.parseOrMissing(raw), raw);
  }

  private static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri() + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

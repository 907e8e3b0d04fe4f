package dev.holdfast.app.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.app.v1.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a service, hands most requests on, and spoils the rest. */
final class Door implements AutoCloseable {
  private static final List<String> HANDED_ON =
      List.of("X-Api-Key", "Content-Type", "Idempotency-Key", "If-None-Match");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger posts = new AtomicInteger();
  private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
  private final URI service;
  private final HttpServer server;

  /** What becomes of a request. */
  private interface Spoiler {
    /** Whether it was dealt with. */
    boolean spoils(HttpExchange exchange, byte[] body) throws IOException;
  }

  private Door(URI service) throws IOException {
    this.service = service;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  /** Tells every third buyer that he has what he asks for, and the service nothing of it. */
  static Door promisingWhatItHasNot(URI service) throws IOException {
    Door door = new Door(service);
    return door.opened(door::promises);
  }

  /** Refuses some requests at first, and loses the first answer to some bookings. */
  static Door refusingAndForgetful(URI service) throws IOException {
    Door door = new Door(service);
    return door.opened(door::refusesOrForgets);
  }

  private Door opened(Spoiler spoiler) {
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          if (!spoiler.spoils(exchange, body)) {
            HttpResponse<byte[]> response = handOn(exchange, body);
            response
                .headers()
                .firstValue("ETag")
                .ifPresent(tag -> exchange.getResponseHeaders().set("ETag", tag));
            answer(exchange, response.statusCode(), response.body());
          }
        });
    server.start();
    return this;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private boolean promises(HttpExchange exchange, byte[] body) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return false;
    }
    JsonNode wish = Json.parse(new String(body, StandardCharsets.UTF_8));
    String token = wish.path("holdToken").asText();
    boolean third = Integer.parseInt(token.substring(token.lastIndexOf('-') + 1)) % 3 == 0;
    if (third) {
      answer(
          exchange,
          200,
          Json.object("booked", booked(wish)).toString().getBytes(StandardCharsets.UTF_8));
    }
    return third;
  }

  private static List<JsonNode> booked(JsonNode wish) {
    return Json.stream(wish.path("objectLabels"))
        .<JsonNode>map(label -> Json.object("objectLabel", label))
        .toList();
  }

  private boolean refusesOrForgets(HttpExchange exchange, byte[] body) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return false;
    }
    int post = posts.incrementAndGet();
    if (post % 12 == 0) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      answer(exchange, post % 24 == 0 ? 429 : 503, new byte[0]);
      return true;
    }
    if (exchange.getRequestURI().getPath().endsWith("/book") && post % 2 == 0 && once(exchange)) {
      handOn(exchange, body);
      exchange.close();
      return true;
    }
    return false;
  }

  private boolean once(HttpExchange exchange) {
    return forgotten.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
  }

  private HttpResponse<byte[]> handOn(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service + exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    for (String name : HANDED_ON) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    http.shutdownNow();
  }
}

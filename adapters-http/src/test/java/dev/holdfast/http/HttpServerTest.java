package dev.holdfast.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.catalog.CompanyWorkspaces;
import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.catalog.Notations;
import dev.holdfast.domain.catalog.Sales;
import dev.holdfast.domain.catalog.Workspaces;
import dev.holdfast.domain.feed.FeedLimits;
import dev.holdfast.domain.feed.Histories;
import dev.holdfast.domain.inmemory.InMemoryCatalog;
import dev.holdfast.domain.inmemory.InMemoryIdempotency;
import dev.holdfast.domain.inmemory.InMemoryLedger;
import dev.holdfast.domain.inmemory.InMemoryStore;
import dev.holdfast.domain.integrity.Integrity;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.v1.LiveFeed;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server does before a request reaches a dialect, and when it stops. */
final class HttpServerTest {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private final HttpServer server = new HttpServer(settings("admin"), useCases()).start();

  @AfterEach
  void stop() {
    mayAnswer.countDown();
    server.close();
    threads.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | hello",
        "400 | GET /health/live HTTP/1.1",
        "505 | GET /health/live HTTP/4.2\\nHost: x",
        "400 | GET /api/v1/events/%00 HTTP/1.1\\nHost: x",
        "400 | GET /api/v1/events/%ff HTTP/1.1\\nHost: x",
        "400 | GET /api/v1/events/%zz HTTP/1.1\\nHost: x",
        "400 | DELETE /api/v1/events/%2e%2e/x HTTP/1.1\\nHost: x",
        "400 | GET /health/live?x=%ff HTTP/1.1\\nHost: x",
        "400 | GET /health/live?x=%00 HTTP/1.1\\nHost: x",
        "400 | POST /api/v1/events HTTP/1.1\\nHost: x\\nContent-Length: -1",
        "401 | GET /api/v1/events/a%2Fb HTTP/1.1\\nHost: x",
        "404 | GET /nowhere HTTP/1.1\\nHost: x",
        "404 | GET /health/live/ HTTP/1.1\\nHost: x",
        "405 | PUT /health/live HTTP/1.1\\nHost: x",
      })
  void every_error_is_the_envelope(int status, String request) throws IOException {
    String answer = send(request.replace("\\n", "\r\n") + "\r\nConnection: close\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(answer.contains("Content-Type: application/json"), answer);
    assertTrue(answer.contains("{\"statusCode\":" + status + ",\"message\":\""), answer);
    assertFalse(answer.contains("Jetty") || answer.contains("Server:"), answer);
  }

  @Test
  void headers_are_bounded() throws IOException {
    String answer = send("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(40_000) + "\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
    assertTrue(answer.contains("{\"statusCode\":431,"), answer);
  }

  /** What Jetty itself turns away never reaches the handlers that stand before the routes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | GET /api/v1/events/%zz HTTP/1.1\\nHost: x",
        "400 | GET /api/v1/%2e%2e/events HTTP/1.1\\nHost: x",
        "400 | GET /api/v1/events HTTP/1.1",
        "400 | GET /api/v1/events HTTP/1.1\\nHost: x\\nBad Header: y",
        "400 | POST /api/v1/events HTTP/1.1\\nHost: x\\nContent-Length: -1",
        "417 | POST /api/v1/events HTTP/1.1\\nHost: x\\nExpect: nonsense\\nContent-Length: 0",
        "431 | GET /api/v1/events HTTP/1.1\\nHost: x\\nX-Long: LONG",
        "505 | GET /api/v1/events HTTP/4.2\\nHost: x",
        "401 | GET /api/v1/events HTTP/1.1\\nHost: x",
      })
  void pages_of_other_origins_can_read_errors_too(int status, String request) throws IOException {
    String answer =
        send(
            request.replace("\\n", "\r\n").replace("LONG", "x".repeat(20_000))
                + "\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertEquals(2, answer.split("Access-Control-Allow-Origin: \\*", -1).length, answer);
    assertTrue(answer.contains("{\"statusCode\":" + status + ",\"message\":\""), answer);
    assertFalse(answer.contains("Exception") || answer.contains("at org."), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/charts/a%00b HTTP/1.1\nHost: x",
        "GET /api/v1/events/%zz HTTP/1.1\nHost: x",
        "GET /api/v1/events HTTP/1.1\nHost: x\nBad Header: y",
        "GET /api/v1/events HTTP/1.1\nHost: x\nX-Long: LONG",
      })
  void a_connection_that_ends_with_an_error_says_so(String request) throws IOException {
    String answer =
        send(request.replace("LONG", "x".repeat(20_000)).replace("\n", "\r\n") + "\r\n\r\n");

    assertTrue(answer.contains("Connection: close"), answer);
  }

  @Test
  void a_wrong_method_is_told_the_right_ones() throws IOException {
    String answer = get("PUT /api/v1/charts");
    assertTrue(answer.contains("Allow: GET, POST"), answer);
  }

  @Test
  void head_asks_for_the_key_like_get() throws IOException {
    assertTrue(get("HEAD /api/v1/charts").startsWith("HTTP/1.1 401 "));
    assertTrue(get("HEAD /health/live").startsWith("HTTP/1.1 200 "));
  }

  @Test
  void admin_paths_take_the_operator_s_key_only() throws IOException {
    assertTrue(get("GET /admin/workspaces").contains("Missing admin key"));
    assertTrue(
        get("GET /admin/workspaces HTTP/1.1\r\nX-Admin-Key: admin2").contains("Invalid admin key"));
    assertTrue(
        get("GET /admin/workspaces HTTP/1.1\r\nX-Admin-Key: admin").startsWith("HTTP/1.1 200 "));
  }

  @Test
  void without_an_admin_key_there_are_no_admin_paths() {
    assertFalse(
        routes(settings(null)).stream().anyMatch(route -> route.path().startsWith("/admin")));
  }

  @Test
  void without_a_system_secret_there_is_no_bootstrap() throws IOException {
    assertFalse(
        routes(settings(null)).stream().anyMatch(route -> route.path().startsWith("/system")));
    assertTrue(get("POST /system/private/create-test-company").startsWith("HTTP/1.1 404 "));
  }

  @Test
  void routes_are_unique() {
    List<Route> routes = routes(settings("admin"));
    Set<String> seen = new HashSet<>();
    routes.forEach(route -> assertTrue(seen.add(route.toString()), route::toString));
  }

  @Test
  void a_page_that_is_known_is_not_sent_again() throws IOException {
    String first = get("GET /reference");
    String tag = first.lines().filter(line -> line.startsWith("ETag: ")).findFirst().orElseThrow();

    assertTrue(first.contains("Content-Security-Policy: default-src 'self'"), first);
    String again =
        get("GET /reference HTTP/1.1\r\nIf-None-Match: " + tag.substring("ETag: ".length()));
    assertTrue(again.startsWith("HTTP/1.1 304 "), again);
  }

  @Test
  void requests_under_way_finish_while_new_ones_are_turned_away() throws Exception {
    CompletableFuture<String> inside =
        CompletableFuture.supplyAsync(() -> quietly("/health/ready"), threads);
    assertTrue(asked.await(10, TimeUnit.SECONDS));

    CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close, threads);
    String refused = get("GET /api/v1/charts");
    for (int i = 0; i < 100 && !refused.startsWith("HTTP/1.1 503 "); i++) {
      Thread.sleep(20);
      refused = get("GET /api/v1/charts");
    }

    assertTrue(refused.startsWith("HTTP/1.1 503 "), refused);
    assertTrue(refused.contains("Retry-After: 1"), refused);
    assertTrue(refused.contains("Connection: close"), refused);
    assertTrue(refused.contains("Access-Control-Allow-Origin: *"), refused);
    assertTrue(refused.contains("{\"statusCode\":503,"), refused);
    assertFalse(closing.isDone());
    mayAnswer.countDown();
    assertTrue(inside.get(10, TimeUnit.SECONDS).startsWith("HTTP/1.1 200 "));
    closing.get(10, TimeUnit.SECONDS);
  }

  private Readiness ready() {
    asked.countDown();
    try {
      assertTrue(mayAnswer.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Readiness(true, true);
  }

  private UseCases useCases() {
    InMemoryStore store = new InMemoryStore(TimeSource.system());
    InMemoryCatalog catalog = new InMemoryCatalog(store);
    InMemoryLedger ledger = new InMemoryLedger(store);
    IdSource ids = IdSource.secure();
    return new UseCases(
        nobodyAsks(),
        new Charts(catalog, ids, List.of()),
        new Events(catalog, ids),
        new Houses(catalog, Sales.withoutRules(catalog), new Notations(List.of())),
        new Workspaces(catalog, ids),
        new CompanyWorkspaces(catalog, ids),
        ledger,
        new Histories(catalog, ledger),
        new Integrity(catalog, ledger, TimeSource.system()),
        NobodyListens.webhooks(store, ids, TimeSource.system()),
        new InMemoryIdempotency(store),
        this::ready);
  }

  private List<Route> routes(HttpSettings settings) {
    UseCases useCases = useCases();
    LiveFeed feed = new LiveFeed(useCases.journal(), FeedLimits.STANDARD, TimeSource.system());
    return Routes.of(settings, useCases, feed);
  }

  private static Reservations nobodyAsks() {
    return (Reservations)
        Proxy.newProxyInstance(
            Reservations.class.getClassLoader(),
            new Class<?>[] {Reservations.class},
            (_, method, _) -> {
              throw new AssertionError(method);
            });
  }

  private static HttpSettings settings(@Nullable String adminKey) {
    return new HttpSettings("127.0.0.1", 0, adminKey, false, HttpSettings.Bounds.STANDARD);
  }

  private String quietly(String path) {
    try {
      return get("GET " + path);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends method and path, and further headers if the request line is given whole. */
  private String get(String start) throws IOException {
    String line = start.contains(" HTTP/1.1") ? start : start + " HTTP/1.1";
    return send(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  private String send(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void settings_do_not_tell_the_admin_key() {
    assertEquals("HttpSettings[127.0.0.1:0, admin true]", settings("secret").toString());
  }
}

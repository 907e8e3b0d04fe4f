package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static dev.holdfast.http.LocalServer.quietly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.Reservations;
import dev.holdfast.http.LocalServer.Caller;
import dev.holdfast.http.load.AdmissionBounds;
import dev.holdfast.http.memory.BodyBounds;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a connection whose request is turned away before it was looked at. */
final class TurnedAwayTest {
  private static final String HOLD = "/api/v1/events/{event}/seats/hold";
  private static final String SEAT = "{\"objectLabel\":\"A-1\",\"holdToken\":\"token-of-ann\"}";
  private static final String STATUS = "/api/v1/events/{event}/status";
  private static final String REFUSED = "{\"statusCode\":503,\"message\":\"Service unavailable\"}";
  private static final String WELL = "{\"status\":\"ok\"}";
  private static final String CLOSE = "Connection: close\r\n";

  private static final Duration DRAIN = Duration.ofSeconds(1);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Stall holding = new Stall();
  private final LocalServer server = server();
  private final CompletableFuture<String> first =
      CompletableFuture.supplyAsync(() -> quietly(() -> server.post(HOLD, SEAT)), threads);

  /** One change at a time, and the first does not end. */
  private LocalServer server() {
    Duration second = Duration.ofSeconds(1);
    AdmissionBounds one = new AdmissionBounds(1, 1, second, 1, second.multipliedBy(10), second);
    return new LocalServer(
        impatient(one),
        () -> {},
        engine ->
            EngineWith.reservations(
                engine, holding.before(Reservations.class, engine.reservations(), "hold")));
  }

  private static HttpSettings.Bounds impatient(AdmissionBounds admission) {
    HttpSettings.Bounds standard = HttpSettings.Bounds.STANDARD;
    BodyBounds usual = standard.bodies();
    return new HttpSettings.Bounds(
        standard.connections(),
        standard.acceptQueue(),
        standard.headerBytes(),
        standard.idle(),
        standard.layoutsAtOnce(),
        standard.layoutPatience(),
        standard.stop(),
        new BodyBounds(
            usual.smallBody(),
            usual.allSmall(),
            usual.allLarge(),
            usual.smallTime(),
            usual.largeTime(),
            usual.patience(),
            DRAIN),
        standard.reads(),
        admission);
  }

  @BeforeEach
  void isCrowded() throws InterruptedException {
    holding.awaitReached();
  }

  @AfterEach
  void stop() throws Exception {
    holding.lift();
    assertStatus(200, first.get(20, TimeUnit.SECONDS));
    server.close();
    threads.close();
  }

  private String hold(String body, int announced, String... headers) {
    String head =
        server.head("POST", HOLD, "Content-Type: application/json", "Content-Length: " + announced);
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return head.replace("\r\n\r\n", "\r\n" + more + "\r\n") + body;
  }

  private String last() {
    return server.head("GET", "/health/live", "Connection: close");
  }

  private static int count(String of, String in) {
    return in.split(of, -1).length - 1;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/events/{event}/seats/hold | statusCode | true",
        "/hold_seats_seatsio | valido | true",
        "/hold-tokens | requestId | false",
        "/nowhere | statusCode | false"
      })
  void I10_whatever_was_asked_for_is_refused_so_that_any_page_can_read_it(
      String path, String says, boolean ofPages) throws IOException {
    String answer = server.post(path, "{}");
    assertStatus(503, answer);
    assertTrue(answer.contains("Retry-After: 1\r\n"), answer);
    assertTrue(answer.contains("Content-Type: application/json\r\n"), answer);
    assertTrue(answer.contains("Cache-Control: no-store\r\n"), answer);
    assertTrue(answer.contains(says), answer);
    assertEquals(ofPages, answer.contains("Access-Control-Allow-Origin: *\r\n"), answer);
    assertEquals(
        ofPages, answer.contains("Access-Control-Expose-Headers: ETag, Retry-After"), answer);
  }

  @Test
  void I10_each_refusal_of_the_seatsio_dialect_has_a_number_of_its_own() throws IOException {
    Pattern number = Pattern.compile("\"requestId\":\"(\\w+)\"");
    Set<String> numbers = new HashSet<>();
    for (int each = 0; each < 5; each++) {
      String answer = server.post("/hold-tokens", "{}");
      Matcher found = number.matcher(answer);
      assertTrue(found.find(), answer);
      numbers.add(found.group(1));
    }
    assertEquals(5, numbers.size());
  }

  @Test
  void I10_the_next_request_of_a_connection_is_read_behind_the_body_that_was_not()
      throws IOException {
    String answers = server.whole(hold(SEAT, SEAT.length()) + last());
    assertStatus(503, answers);
    assertEquals(1, count(WELL.replace("{", "\\{"), answers), answers);
    assertTrue(answers.endsWith(WELL), answers);
    assertEquals(1, count(CLOSE, answers), answers);
  }

  @Test
  void I10_the_next_request_may_come_later() throws IOException {
    try (Caller caller = server.call(hold(SEAT, SEAT.length()))) {
      caller.awaitText(REFUSED);
      caller.send(hold(SEAT, SEAT.length()));
      caller.awaitText(REFUSED);
      caller.send(server.head("GET", STATUS, "Connection: close"));
      assertStatus(200, caller.answer());
    }
  }

  @Test
  void I10_a_chunked_body_that_was_not_read_is_no_request() throws IOException {
    String chunked =
        server.head("POST", HOLD, "Content-Type: application/json", "Transfer-Encoding: chunked")
            + "5\r\n{\"a\":\r\n2\r\n1}\r\n0\r\n\r\n";
    String answers = server.whole(chunked + last());
    assertStatus(503, answers);
    assertTrue(answers.endsWith(WELL), answers);
  }

  @Test
  void I10_who_does_not_send_the_rest_of_his_body_is_told_that_nothing_can_follow_it()
      throws IOException {
    String answer = server.whole(hold("{", SEAT.length()));
    assertStatus(503, answer);
    assertTrue(answer.contains(CLOSE), answer);
    assertTrue(answer.endsWith(REFUSED), answer);
  }

  @Test
  void I10_the_next_request_may_follow_a_body_that_came_later_than_its_head() throws IOException {
    try (Caller caller = server.call(hold("", SEAT.length()))) {
      // Its head was read, and more, when somebody else who came later was answered.
      assertStatus(200, server.get("/health/live"));
      caller.send(SEAT + last());
      String answers = caller.answer();
      assertEquals("503 200", statuses(answers), answers);
      assertEquals(1, count(CLOSE, answers), answers);
    }
  }

  @Test
  void I10_who_sends_all_of_a_large_body_before_he_reads_gets_to_read_why_it_was_not_wanted()
      throws IOException {
    String large = " ".repeat(900_000);
    String answers = server.whole(hold(large, large.length()) + last());
    assertEquals("503 200", statuses(answers), answers);
  }

  @Test
  void I10_who_asks_first_whether_to_send_his_body_is_told_not_to() throws IOException {
    String answer = server.whole(hold("", SEAT.length(), "Expect: 100-continue"));
    assertStatus(503, answer);
    assertTrue(answer.contains(CLOSE), answer);
    assertFalse(answer.contains("100 Continue"), answer);
  }

  @Test
  void I10_of_many_requests_one_behind_the_other_each_is_refused_and_the_last_answered()
      throws IOException {
    int many = 50;
    String answers = server.whole(hold(SEAT, SEAT.length()).repeat(many) + last());
    assertEquals(many, count("HTTP/1.1 503", answers), answers);
    assertEquals(many, count("Retry-After: 1\r\n", answers), answers);
    assertTrue(answers.endsWith(WELL), answers);
  }

  @SuppressWarnings("try") // closed in the middle, as a client may
  @Test
  void I10_who_sends_without_end_and_reads_nothing_keeps_nobody_waiting() throws Exception {
    try (Caller greedy = server.call("")) {
      String some = hold(SEAT, SEAT.length()).repeat(100);
      CompletableFuture<Void> sending =
          CompletableFuture.runAsync(() -> sendUntilClosed(greedy, some), threads);
      for (int each = 0; each < 200; each++) {
        assertStatus(503, server.post(HOLD, SEAT));
        assertStatus(200, server.get("/health/live"));
      }
      greedy.close();
      sending.get(20, TimeUnit.SECONDS);
    }
  }

  private static void sendUntilClosed(Caller caller, String what) {
    try {
      while (!caller.socket().isClosed()) {
        caller.send(what);
      }
    } catch (IOException _) {
      // Closed, as it was meant to be.
    }
  }

  @Test
  void I10_requests_one_behind_the_other_are_carried_out_in_their_order() throws Exception {
    String requests =
        server.head("GET", STATUS)
            + hold(SEAT, SEAT.length())
            + server.head("GET", STATUS)
            + last();
    String answers = server.whole(requests);
    assertEquals("200 503 200 200", statuses(answers), answers);
    assertTrue(answers.endsWith(WELL), answers);
  }

  private static String statuses(String answers) {
    return Pattern.compile("HTTP/1\\.1 (\\d+)")
        .matcher(answers)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.joining(" "));
  }
}

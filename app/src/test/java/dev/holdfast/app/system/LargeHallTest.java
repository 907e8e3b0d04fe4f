package dev.holdfast.app.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.holdfast.app.v1.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of report of an event of 80,000 seats, all asked for at once, of a service with the
 * memory that it has by default.
 */
final class LargeHallTest {
  private static final int ROWS = 400;
  private static final int SEATS_A_ROW = 200;
  private static final int ATTEMPTS = 20;
  private static final String SECRET = "system-secret-of-a-large-hall";
  private static final List<String> KINDS =
      List.of(
          "",
          "/byStatus",
          "/byObjectType",
          "/byCategoryKey",
          "/byCategoryLabel",
          "/byLabel",
          "/byOrderId",
          "/bySection",
          "/byAvailability",
          "/byChannel",
          "/byZone");

  private final HttpClient client = HttpClient.newHttpClient();

  private static String drawing() {
    StringBuilder text =
        new StringBuilder(
            "{\"name\":\"Arena\",\"venueType\":\"SIMPLE\",\"categories\":{\"list\":[{\"key\":1,"
                + "\"label\":\"Stalls\",\"color\":\"#87A9CD\"}],\"maxCategoryKey\":1},"
                + "\"subChart\":{\"focalPoint\":{\"x\":2000,\"y\":0},\"rows\":[");
    for (int row = 1; row <= ROWS; row++) {
      text.append(row == 1 ? "" : ",")
          .append("{\"label\":\"R")
          .append(row)
          .append("\",\"seats\":[");
      for (int seat = 1; seat <= SEATS_A_ROW; seat++) {
        text.append(seat == 1 ? "" : ",")
            .append(
                "{\"label\":\"%d\",\"x\":%d,\"y\":%d,\"categoryKey\":1}"
                    .formatted(seat, seat * 20, row * 40));
      }
      text.append("]}");
    }
    return text.append("]}}").toString();
  }

  private HttpRequest.Builder to(ServiceProcess service, String path, String secret) {
    String basic =
        Base64.getEncoder().encodeToString((secret + ":").getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(service.baseUri() + path))
        .header("Authorization", "Basic " + basic);
  }

  private String post(ServiceProcess service, String path, String secret, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            to(service, path, secret).POST(BodyPublishers.ofString(body)).build(),
            BodyHandlers.ofString());
    assertTrue(answer.statusCode() < 300, answer.body());
    return answer.body();
  }

  /**
   * How many objects a report tells of; read as it comes. Few large answers are put together at a
   * time: whoever has waited in vain for his turn asks again.
   */
  private int objects(ServiceProcess service, String path, String secret)
      throws IOException, InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      HttpResponse<InputStream> answer =
          client.send(to(service, path, secret).build(), BodyHandlers.ofInputStream());
      if (answer.statusCode() != 503) {
        assertEquals(200, answer.statusCode(), path);
        return objects(answer);
      }
      assertTrue(answer.headers().firstValue("Retry-After").isPresent(), path);
      answer.body().close();
    }
    return fail(path + " was never told");
  }

  private static int objects(HttpResponse<InputStream> answer) throws IOException {
    int objects = 0;
    try (JsonParser parser = new JsonFactory().createParser(answer.body())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME && parser.currentName().equals("objectType")) {
          objects++;
        }
      }
    }
    return objects;
  }

  @Test
  void every_report_of_80_000_seats_is_told_at_once_in_the_memory_of_a_default(@TempDir Path data)
      throws Exception {
    try (ServiceProcess service =
        ServiceProcess.start(data, Map.of("HOLDFAST_SEATSIO_SYSTEM_SECRET", SECRET))) {
      String made = post(service, "/system/private/create-test-company", SECRET, "");
      String secret = Json.parse(made).path("admin").path("secretKey").asText();
      post(service, "/system/public/charts/arena", secret, drawing());
      post(service, "/events", secret, "{\"chartKey\":\"arena\",\"eventKey\":\"final\"}");
      List<Future<Integer>> told = new ArrayList<>();
      try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
        for (String kind : KINDS) {
          Callable<Integer> read = () -> objects(service, "/reports/events/final" + kind, secret);
          told.add(readers.submit(read));
        }
      }
      for (Future<Integer> each : told) {
        assertEquals(ROWS * SEATS_A_ROW, each.get());
      }
      post(
          service,
          "/events/final/actions/change-object-status",
          secret,
          "{\"status\":\"booked\",\"objects\":[\"R1-1\"]}");
    }
  }
}

package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of server-sent events, which reads as the standard says and can be cut off. */
final class SeatStream implements AutoCloseable {

  /**
   * What came between two empty lines; {@code comment} where it was no event but a sign of life.
   */
  record Frame(String id, String event, String data, boolean comment) {
    JsonNode json() {
      return Json.parse(data);
    }

    long seq() {
      return Long.parseLong(id);
    }

    boolean isSnapshot() {
      return event.equals("snapshot");
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Frame END = new Frame("", "end of the stream", "{}", true);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final InputStream body;
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final HttpHeaders headers;

  private SeatStream(HttpResponse<InputStream> response) {
    this.body = response.body();
    this.headers = response.headers();
    var _ = Thread.ofVirtual().start(this::read);
  }

  /** Opens what must be a stream: at a path with a query, with headers. */
  static SeatStream open(URI base, String path, Map<String, String> headers) {
    HttpResponse<InputStream> response = send(base, path, headers);
    if (response.statusCode() != 200) {
      throw new AssertionError("no stream but " + whole(response).shortened());
    }
    return new SeatStream(response);
  }

  /** What is said where no stream may be opened. */
  static Answer refusal(V1Client caller, String path) {
    HttpResponse<InputStream> response = send(caller.base(), path, as(caller));
    if (response.statusCode() == 200) {
      new SeatStream(response).close();
      throw new AssertionError("a stream was opened at " + path);
    }
    return whole(response);
  }

  private static Answer whole(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      String raw = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(response.statusCode(), response.headers(), Json.parseOrMissing(raw), raw);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse<InputStream> send(
      URI base, String path, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30)).GET();
    headers.forEach(request::header);
    try {
      return HTTP.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static SeatStream of(TestVenue venue) {
    return open(venue.sk().base(), venue.path("/stream"), as(venue.sk()));
  }

  /** Goes on after a number, as a client of the standard does by itself. */
  static SeatStream after(TestVenue venue, long seq) {
    return open(
        venue.sk().base(),
        venue.path("/stream"),
        Map.of(
            "X-Api-Key",
            venue.sk().key(),
            "Accept",
            "text/event-stream",
            "Last-Event-ID",
            Long.toString(seq)));
  }

  static Map<String, String> as(V1Client caller) {
    Map<String, String> headers = new HashMap<>(Map.of("Accept", "text/event-stream"));
    if (!caller.key().isEmpty()) {
      headers.put("X-Api-Key", caller.key());
    }
    return headers;
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      Draft draft = new Draft();
      String line = lines.readLine();
      while (line != null) {
        draft.take(line).ifPresent(frames::add);
        line = lines.readLine();
      }
    } catch (IOException e) {
      // Cut off; half a frame is none.
    } finally {
      frames.add(END);
    }
  }

  /** The next event or comment, if one comes in time. */
  Optional<Frame> poll(Duration limit) {
    try {
      return Optional.ofNullable(frames.poll(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The next event; signs of life are passed over. */
  @SuppressWarnings("ReferenceEquality") // this very object and no other
  Frame next() {
    while (true) {
      Frame frame = poll(PATIENCE).orElseThrow(() -> new AssertionError("nothing more came"));
      assertTrue(frame != END, "the stream ended");
      if (!frame.comment()) {
        return frame;
      }
    }
  }

  /** The next event, which must be the picture to begin with. */
  Frame snapshot() {
    Frame frame = next();
    assertEquals("snapshot", frame.event(), frame::toString);
    return frame;
  }

  @SuppressWarnings("ReferenceEquality") // this very object and no other
  static boolean isEnd(Frame frame) {
    return frame == END;
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a frame that is not over. */
  private static final class Draft {
    private String id = "";
    private String event = "";
    private final StringBuilder data = new StringBuilder();

    Optional<Frame> take(String line) {
      if (line.startsWith(":")) {
        return Optional.of(new Frame("", "", line.substring(1), true));
      }
      if (line.isEmpty()) {
        return end();
      }
      int colon = line.indexOf(':');
      String name = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
      switch (name) {
        case "id" -> id = value;
        case "event" -> event = value;
        case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
        default -> {
          // The standard ignores the rest; retry is nothing a test waits for.
        }
      }
      return Optional.empty();
    }

    private Optional<Frame> end() {
      Optional<Frame> frame =
          data.isEmpty()
              ? Optional.empty()
              : Optional.of(new Frame(id, event, data.toString(), false));
      event = "";
      data.setLength(0);
      return frame;
    }
  }
}

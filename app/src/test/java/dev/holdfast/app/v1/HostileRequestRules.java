package dev.holdfast.app.v1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Requests that no client of ours sends: paths with tricks in them, and headers. */
public abstract class HostileRequestRules extends V1Rules {
  private static final String INJECTED = "X-Injected";

  /** What the server says, head and body, to these bytes. */
  private String told(String request) {
    URI base = service().baseUri();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String get(String path, String... headers) {
    StringBuilder request =
        new StringBuilder("GET ")
            .append(path)
            .append(" HTTP/1.1\r\nHost: here\r\nConnection: close\r\nX-Api-Key: ")
            .append(venue.sk().key());
    for (String header : headers) {
      request.append("\r\n").append(header);
    }
    return told(request.append("\r\n\r\n").toString());
  }

  private static void assertRefused(String path, String answer) {
    String status = answer.substring(0, Math.min(12, answer.length()));
    assertTrue(status.matches("HTTP/1\\.1 (400|404)"), path + " gave " + status);
    int end = answer.indexOf("\r\n\r\n");
    assertFalse(answer.substring(0, end).contains(INJECTED), path);
    String body = answer.substring(end);
    assertFalse(body.contains("root:"), path);
    assertTrue(body.contains("\"statusCode\""), path + " gave " + body);
    assertFalse(body.toLowerCase(Locale.ROOT).contains("exception"), path);
  }

  @Test
  void a_path_with_tricks_in_it_leads_nowhere() {
    String event = venue.eventKey();
    String events = TestVenue.EVENTS + "/";
    assertAll(
        List.of(
                "/api/v1/../../admin/workspaces",
                "/api/v1/%2e%2e/%2e%2e/admin/workspaces",
                "/api/v1/..%2f..%2fadmin%2fworkspaces",
                "/api/v1/..;/admin/workspaces",
                "/reference/../../../../etc/passwd",
                "/reference/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                "/reference/..%2f..%2f..%2f..%2fetc%2fpasswd",
                "/reference/..%5c..%5cetc%5cpasswd",
                "/reference/%252e%252e/%252e%252e/etc/passwd",
                "/reference/openapi.json%00.css",
                "/charts/..%2f..%2fadmin/thumbnail.svg",
                events + event + "%2fstatus",
                events + event + "/x/../status%2f",
                events + event + "%00/status",
                events + "%00",
                events + "..%2f" + event + "/status",
                events + "%0d%0a" + INJECTED + ":%20yes/status",
                events + event + "/seats/%0d%0a" + INJECTED + ":%20yes/history",
                events + "%ff%fe/status",
                events + "%/status",
                events + "%zz/status",
                events + "%c0%ae%c0%ae/status")
            .stream()
            .map(path -> () -> assertRefused(path, get(path))));
  }

  @Test
  void what_a_caller_sends_comes_back_in_no_header() {
    List<String> answers =
        List.of(
            get(venue.path("/status"), "If-None-Match: \"x\"\t" + INJECTED + ": yes"),
            get(venue.path("/status"), "Origin: https://evil.example/%0d%0a" + INJECTED + ": yes"),
            get("/api/v1/events?page=1%0d%0a" + INJECTED + ":%20yes"),
            get(venue.path("/status?key=%0d%0a" + INJECTED + ":%20yes")));
    for (String answer : answers) {
      String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
      assertFalse(head.contains(INJECTED), head);
    }
  }

  @Test
  void a_header_in_two_lines_or_with_a_name_of_nothing_is_refused() {
    for (String header :
        List.of(" folded: yes", ": nothing", "X-Api-Key : x", "X\u0000Y: z", "No-Colon")) {
      String answer = get(venue.path("/status"), header);
      assertTrue(answer.startsWith("HTTP/1.1 400"), header + " gave " + answer);
    }
  }

  /** Whatever one length is taken for, what it leaves of the body would hold a seat. */
  @Test
  void two_lengths_are_no_length() {
    String hold = "{\"objectLabel\":\"A-1\",\"holdToken\":\"smuggled-1\"}";
    int size = hold.length();
    String chunks = Integer.toHexString(size) + "\r\n" + hold + "\r\n0\r\n\r\n";
    String head =
        "POST "
            + venue.path("/seats/hold")
            + " HTTP/1.1\r\nHost: here\r\nX-Api-Key: "
            + venue.sk().key()
            + "\r\nContent-Type: application/json\r\nConnection: close\r\n";
    for (String rest :
        List.of(
            "Content-Length: %d\r\nContent-Length: %d\r\n\r\n%s ".formatted(size, size + 1, hold),
            "Content-Length: %d\r\nContent-Length: %d\r\n\r\n%s ".formatted(size + 1, size, hold),
            "Content-Length: %d, %d\r\n\r\n%s ".formatted(size, size + 1, hold),
            "Content-Length: -1\r\n\r\n" + hold,
            "Content-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n%s"
                .formatted(chunks.length(), chunks),
            "Transfer-Encoding: chunked\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(chunks.length(), chunks))) {
      String answer = told(head + rest);
      assertTrue(answer.startsWith("HTTP/1.1 400"), rest + " gave " + answer);
      assertEquals("free", venue.state("A-1"), rest);
    }
    String held = told(head + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
    assertTrue(held.startsWith("HTTP/1.1 200"), held);
  }
}

package dev.holdfast.app.bench;

import dev.holdfast.app.bench.load.RequestBytes;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.TestVenue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How seats of a venue's events are asked for: as the clients of seats.io do. */
final class SeatsioDesk {
  /** As long as a token may live: nothing lapses while it is measured. */
  private static final int MINUTES = 120;

  private static final String CHANGE = "/actions/change-object-status";
  private static final byte[] HOLD = status("reservedByToken");
  private static final byte[] BOOK = status("booked");
  private static final byte[] EVENTS = RequestBytes.ascii(",\"events\":[\"");
  private static final byte[] OBJECT = RequestBytes.ascii("\"],\"objects\":[{\"objectId\":");
  private static final byte[] OBJECT_ENDS = RequestBytes.ascii("}],\"holdToken\":\"");
  private static final byte[] BEST = RequestBytes.ascii(",\"bestAvailable\":{\"number\":");
  private static final byte[] BEST_ENDS = RequestBytes.ascii("},\"holdToken\":\"");
  private static final byte[] END = RequestBytes.ascii("\"}");

  private final int port;
  private final TestVenue venue;
  private final byte[] named;
  private final Map<Desk, byte[]> chosen = new HashMap<>();
  private final List<byte[]> tokens;

  /** Makes a token for each connection. */
  SeatsioDesk(int port, TestVenue venue, int connections) {
    this.port = port;
    this.venue = venue;
    named = head("/events/groups" + CHANGE + "?expand=objects");
    tokens = IntStream.range(0, connections).mapToObj(_ -> RequestBytes.ascii(token())).toList();
  }

  private String token() {
    return venue
        .sk()
        .basic()
        .post("/hold-tokens", Json.object("expiresInMinutes", MINUTES))
        .expect(201)
        .text("holdToken");
  }

  private static byte[] status(String status) {
    return RequestBytes.ascii("{\"type\":\"CHANGE_STATUS_TO\",\"status\":\"" + status + "\"");
  }

  private byte[] head(String path) {
    byte[] user = (venue.sk().key() + ":").getBytes(StandardCharsets.UTF_8);
    return RequestBytes.ascii(
        """
        POST %s HTTP/1.1\r
        Host: 127.0.0.1:%d\r
        Authorization: Basic %s\r
        Accept: application/json\r
        Content-Type: application/json\r
        Content-Length: \
        """
            .formatted(path, port, Base64.getEncoder().encodeToString(user)));
  }

  /** Holds one seat under a connection's token. */
  void hold(RequestBytes request, Desk event, int seat, int connection) {
    change(request, HOLD, event, seat, connection);
  }

  /** Books it. */
  void book(RequestBytes request, Desk event, int seat, int connection) {
    change(request, BOOK, event, seat, connection);
  }

  private void change(RequestBytes request, byte[] status, Desk event, int seat, int connection) {
    request.begin(named).put(status).put(EVENTS).put(RequestBytes.ascii(event.event()));
    Desk.label(request.put(OBJECT), seat);
    request.put(OBJECT_ENDS).put(tokens.get(connection)).put(END).end();
  }

  /** Holds the best that there is, so many seats. */
  void best(RequestBytes request, Desk event, int seats, int connection) {
    byte[] head = chosen.computeIfAbsent(event, desk -> head("/events/" + desk.event() + CHANGE));
    request.begin(head).put(HOLD).put(BEST).number(seats);
    request.put(BEST_ENDS).put(tokens.get(connection)).put(END).end();
  }
}

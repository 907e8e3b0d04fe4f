package dev.holdfast.app.bench;

import dev.holdfast.app.bench.load.RequestBytes;
import dev.holdfast.app.v1.TestVenue;

/** One event at one server, and how its seats are asked for: as a client of the v1 dialect does. */
final class Desk {
  private static final int SEATS_IN_A_ROW = 1_000;
  private static final byte[] ONE = RequestBytes.ascii("{\"objectLabel\":");
  private static final byte[] MANY = RequestBytes.ascii("{\"objectLabels\":[");
  private static final byte[] ROW = RequestBytes.ascii("\"R");
  private static final byte[] SEAT = RequestBytes.ascii("-");
  private static final byte[] QUOTE = RequestBytes.ascii("\"");
  private static final byte[] COMMA = RequestBytes.ascii(",");
  private static final byte[] CLOSED = RequestBytes.ascii("]");
  private static final byte[] TOKEN = RequestBytes.ascii(",\"holdToken\":\"");
  private static final byte[] TOKEN_ALONE = RequestBytes.ascii("\"}");

  /** Longer than any run: nothing lapses while it is measured. */
  private static final byte[] LIFE = RequestBytes.ascii("\",\"ttlSeconds\":14400}");

  private final String event;
  private final byte[] hold;
  private final byte[] book;

  Desk(int port, String key, String event) {
    this.event = event;
    hold = head(port, key, event, "hold");
    book = head(port, key, event, "book");
  }

  private static byte[] head(int port, String key, String event, String act) {
    return RequestBytes.ascii(
        """
        POST %s/%s/seats/%s HTTP/1.1\r
        Host: 127.0.0.1:%d\r
        X-Api-Key: %s\r
        Accept: application/json\r
        Content-Type: application/json\r
        Content-Length: \
        """
            .formatted(TestVenue.EVENTS, event, act, port, key));
  }

  /** The event's key. */
  String event() {
    return event;
  }

  /** The label of a seat, counted from 0, as {@link Hall} makes it. */
  static String label(int seat) {
    return "R%d-%d".formatted(seat / SEATS_IN_A_ROW, seat % SEATS_IN_A_ROW + 1);
  }

  /** Asks for seats in a row: one by its label, several by a list of labels. */
  void hold(RequestBytes request, int first, int seats, long token) {
    request.begin(hold);
    if (seats == 1) {
      label(request.put(ONE), first);
    } else {
      labels(request, first, seats);
    }
    token(request.put(TOKEN), token).put(LIFE).end();
  }

  /** Books seats in a row. */
  void book(RequestBytes request, int first, int seats, long token) {
    request.begin(book);
    labels(request, first, seats);
    token(request.put(TOKEN), token).put(TOKEN_ALONE).end();
  }

  private static void labels(RequestBytes request, int first, int seats) {
    request.put(MANY);
    for (int seat = first; seat < first + seats; seat++) {
      if (seat > first) {
        request.put(COMMA);
      }
      label(request, seat);
    }
    request.put(CLOSED);
  }

  /** A seat's label, in quotes. */
  static void label(RequestBytes request, int seat) {
    request.put(ROW).number(seat / SEATS_IN_A_ROW).put(SEAT);
    request.number(seat % SEATS_IN_A_ROW + 1).put(QUOTE);
  }

  /** As long and as random as those that clients make up, and each number another one. */
  private static RequestBytes token(RequestBytes request, long number) {
    return request.hex(number * 0x9E3779B97F4A7C15L).hex(number);
  }
}

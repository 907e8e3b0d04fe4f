package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A checkout written down as the seed tells it: one step a line, what must be seen beneath. */
final class CheckoutScript {

  private static final Pattern PLACES = Pattern.compile("(\\S+) x(\\d+)");
  private static final Pattern SEEN_PLACES = Pattern.compile("(\\S+) (\\d+) (held|booked)");
  private static final Pattern SEEN_SEAT = Pattern.compile("(\\S+) (free|held|booked)");

  private final TmtVenue venue;
  private final Map<String, Consumer<String>> steps = new LinkedHashMap<>();
  private String token = "";

  /**
   * @param venue its event is not created yet
   */
  CheckoutScript(TmtVenue venue) {
    this.venue = venue;
    steps.put("create event", _ -> venue.create(venue.event()).ok());
    steps.put("another buyer cannot hold ", seats -> refused(venue.holdAll(entries(seats))));
    steps.put("another buyer cannot book ", this::anotherBuyerCannotBook);
    steps.put("another buyer holds ", seats -> venue.holdAll(entries(seats)).ok());
    steps.put("cannot book ", seats -> refused(book(token, seats)));
    steps.put("hold ", seats -> token = TmtVenue.token(venue.holdAll(entries(seats)).ok()));
    steps.put("book ", seats -> TmtCheck.ok(book(token, seats)));
    steps.put("release ", this::release);
    steps.put("expire", _ -> TmtCheck.ok(venue.expire(TmtVenue.object(token))));
    steps.put("see ", this::see);
  }

  /** Runs a text that lies beside this class; the number of steps and looks in it. */
  int run(String name) {
    List<String> lines =
        text(name)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    lines.forEach(this::step);
    return lines.size();
  }

  private static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(CheckoutScript.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void step(String line) {
    String verb =
        steps.keySet().stream()
            .filter(line::startsWith)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no such step: " + line));
    try {
      Objects.requireNonNull(steps.get(verb)).accept(line.substring(verb.length()));
    } catch (AssertionError e) {
      throw new AssertionError(line + ": " + e.getMessage(), e);
    }
  }

  private static ArrayNode entries(String seats) {
    ArrayNode entries = Json.array();
    for (String entry : seats.split(", ", -1)) {
      Matcher places = PLACES.matcher(entry);
      if (places.matches()) {
        entries.add(TmtVenue.places(places.group(1), Integer.parseInt(places.group(2))));
      } else {
        entries.add(entry);
      }
    }
    return entries;
  }

  private Answer book(String with, String seats) {
    return venue.book(TmtVenue.object(with), entries(seats));
  }

  private void anotherBuyerCannotBook(String seats) {
    String other = venue.held("C-9");
    refused(book(other, seats));
    venue.expire(other).ok();
  }

  private void release(String seats) {
    TmtCheck.ok(
        venue
            .tmt()
            .call(
                "release_seats_seatsio",
                "event_id",
                venue.event(),
                "seats",
                entries(seats),
                "hold_token",
                token));
  }

  private void refused(Answer answer) {
    TmtCheck.refused(answer);
  }

  private void see(String what) {
    for (String one : what.split(", ", -1)) {
      Matcher places = SEEN_PLACES.matcher(one);
      Matcher seat = SEEN_SEAT.matcher(one);
      if (places.matches()) {
        int seen = venue.v1().places(places.group(1), places.group(3));
        assertEquals(Integer.parseInt(places.group(2)), seen, one);
      } else if (seat.matches()) {
        assertEquals(seat.group(2), venue.v1().state(seat.group(1)), one);
      } else {
        throw new IllegalArgumentException("nothing to see: " + one);
      }
    }
  }
}

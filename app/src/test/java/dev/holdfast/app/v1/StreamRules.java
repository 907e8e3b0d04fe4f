package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.SeatStream.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The picture of an event first, then every change of it as it happens. */
public abstract class StreamRules extends V1Rules {

  private static final String TYPE = "text/event-stream";

  private String path() {
    return venue.path("/stream");
  }

  /** Holds, extends, books, releases and holds a seat: six changes with the lapse before. */
  private void sell(String label) {
    String token = token();
    venue.hold(label, token).ok();
    venue.extend(token, 600).ok();
    venue.book(List.of(label), token).ok();
    venue.release(List.of(label)).ok();
    venue.hold(label, token).ok();
  }

  private static List<String> types(List<Frame> frames) {
    return frames.stream().map(frame -> Changes.type(frame.json())).toList();
  }

  private static List<Frame> take(SeatStream stream, int count) {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(stream.next());
    }
    return frames;
  }

  private static void assertNumbered(long first, List<Frame> frames) {
    long expected = first;
    for (Frame frame : frames) {
      assertEquals(expected, frame.seq(), frame::toString);
      assertEquals(expected, Changes.seq(frame.json()), frame::toString);
      assertFalse(frame.isSnapshot(), frame::toString);
      expected++;
    }
  }

  @Test
  void the_picture_comes_first_under_the_number_it_was_taken_at() {
    venue.hold("A-1", token()).ok();
    venue.holdPlaces("floor", token(), 3).ok();
    try (SeatStream stream = SeatStream.of(venue)) {
      Frame snapshot = stream.snapshot();

      assertTrue(stream.header("Content-Type").startsWith(TYPE), stream.header("Content-Type"));
      assertTrue(stream.header("Cache-Control").contains("no-"), stream.header("Cache-Control"));
      assertEquals(2, snapshot.seq());
      assertEquals(venue.eventKey(), snapshot.json().path("eventKey").asText());
      assertEquals(venue.status().ok().at("objects"), snapshot.json().path("objects"));
      assertEquals(venue.status().ok().at("seq"), snapshot.json().path("seq"));
    }
  }

  @Test
  void a_fresh_event_begins_with_an_empty_picture_at_zero() {
    try (SeatStream stream = SeatStream.of(venue)) {
      Frame snapshot = stream.snapshot();

      assertEquals(0, snapshot.seq());
      assertEquals(Json.array(), snapshot.json().path("objects"));
    }
  }

  @Test
  void every_change_follows_once_and_in_order() {
    venue.hold("A-30", token()).ok();
    try (SeatStream stream = SeatStream.of(venue)) {
      assertEquals(1, stream.snapshot().seq());
      sell("A-1");
      venue.hold("A-2", token(), 1).ok();

      List<Frame> frames = take(stream, 7);

      assertNumbered(2, frames);
      assertEquals(
          List.of("held", "extended", "booked", "released", "held", "held", "expired"),
          types(frames));
      assertEquals(
          List.of("A-1", "A-1", "A-1", "A-1", "A-1", "A-2", "A-2"),
          frames.stream().map(frame -> frame.json().path("objectLabel").asText()).toList());
      assertEquals(
          List.of("held", "held", "booked", "free", "held", "held", "free"),
          frames.stream().map(frame -> frame.json().path("status").asText()).toList());
    }
  }

  @Test
  void a_batch_is_one_change_a_seat() {
    try (SeatStream stream = SeatStream.of(venue)) {
      stream.snapshot();
      venue.holdAll(List.of("A-1", "A-2", "VIP-G3"), token()).ok();
      venue.holdPlaces("floor", token(), 4).ok();

      List<Frame> frames = take(stream, 4);

      assertNumbered(1, frames);
      JsonNode places = frames.getLast().json();
      assertEquals("floor", places.path("objectLabel").asText());
      assertEquals(4, places.path("quantity").asInt());
    }
  }

  @Test
  void whoever_comes_back_gets_what_he_missed_and_no_picture() {
    sell("A-1");
    String resumed = path() + "?after=2";
    Map<String, String> key = SeatStream.as(venue.sk());
    try (SeatStream byHeader = SeatStream.after(venue, 2);
        SeatStream byQuery = SeatStream.open(service().baseUri(), resumed, key)) {
      venue.hold("A-2", token()).ok();
      for (SeatStream stream : List.of(byHeader, byQuery)) {
        List<Frame> frames = take(stream, 4);
        assertNumbered(3, frames);
        assertEquals(List.of("booked", "released", "held", "held"), types(frames));
      }
    }
  }

  @Test
  void whoever_missed_nothing_gets_what_comes() {
    sell("A-1");
    try (SeatStream stream = SeatStream.after(venue, 5)) {
      venue.hold("A-2", token()).ok();

      assertNumbered(6, take(stream, 1));
    }
  }

  @Test
  void from_zero_on_the_whole_journal_is_told() {
    sell("A-1");
    try (SeatStream stream =
        SeatStream.open(service().baseUri(), path() + "?after=0", SeatStream.as(venue.sk()))) {
      assertNumbered(1, take(stream, 5));
    }
  }

  @Test
  void a_number_that_is_none_is_refused() {
    sell("A-1");
    for (String bad : List.of("-1", "abc", "1.5", "99999999999999999999")) {
      Check.refused("after"::equals, SeatStream.refusal(venue.sk(), path() + "?after=" + bad));
    }
  }

  @Test
  void whoever_knows_more_than_has_happened_begins_anew() {
    sell("A-1");
    try (SeatStream stream = SeatStream.after(venue, 6)) {
      assertEquals(5, stream.snapshot().seq());
      venue.hold("A-2", token()).ok();

      assertNumbered(6, take(stream, 1));
    }
  }

  @Test
  void entries_of_the_stream_are_those_of_the_changes() {
    try (SeatStream stream = SeatStream.of(venue)) {
      stream.snapshot();
      sell("A-1");
      venue.holdPlaces("floor", token(), 2).ok();
      List<JsonNode> told = take(stream, 6).stream().map(Frame::json).toList();

      assertEquals(Changes.all(venue), told);
    }
  }

  @Test
  void streams_of_two_events_know_nothing_of_each_other() {
    TestVenue second = venue.secondEvent();
    try (SeatStream one = SeatStream.of(venue);
        SeatStream other = SeatStream.of(second)) {
      one.snapshot();
      other.snapshot();
      second.hold("A-2", token()).ok();
      venue.hold("A-1", token()).ok();

      assertEquals("A-1", one.next().json().path("objectLabel").asText());
      assertEquals("A-2", other.next().json().path("objectLabel").asText());
    }
  }

  @Test
  void many_listeners_hear_the_same() {
    List<SeatStream> streams = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      streams.add(SeatStream.of(venue));
    }
    streams.forEach(SeatStream::snapshot);
    sell("A-1");
    for (SeatStream stream : streams) {
      assertNumbered(1, take(stream, 5));
      stream.close();
    }
  }

  @Test
  void a_client_that_does_not_name_the_type_gets_the_stream_too() {
    Map<String, String> plain = Map.of("X-Api-Key", venue.sk().key());
    try (SeatStream stream = SeatStream.open(service().baseUri(), path(), plain)) {
      stream.snapshot();
      venue.hold("A-1", token()).ok();

      assertNumbered(1, take(stream, 1));
    }
  }
}

package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The journal of an event, page by page. */
public abstract class ChangesRules extends V1Rules {

  private static final List<String> MEMBERS = List.of("eventKey", "items", "lastSeq", "more");

  private Answer page(String query) {
    Answer page = Changes.page(venue, query).ok();
    assertEquals(MEMBERS, Json.sorted(Json.names(page.body())), page::shortened);
    assertEquals(venue.eventKey(), page.text("eventKey"));
    assertTrue(page.at("more").isBoolean(), page::shortened);
    return page;
  }

  private static List<Long> seqs(Answer page) {
    return Json.stream(page.at("items")).map(Changes::seq).toList();
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  /** So many changes of two seats a round. */
  private void holdAndRelease(int rounds) {
    for (int i = 0; i < rounds; i++) {
      venue.holdAll(List.of("A-1", "A-2"), token()).ok();
      venue.release(List.of("A-1", "A-2")).ok();
    }
  }

  @Test
  void a_fresh_event_has_no_changes() {
    Answer page = page("");

    assertEquals(Json.array(), page.at("items"));
    assertFalse(page.at("more").asBoolean());
    assertEquals(0, page.at("lastSeq").asInt());
  }

  @Test
  void a_page_has_100_changes_unless_told_otherwise() {
    holdAndRelease(26);

    Answer first = page("");
    assertEquals(range(1, 100), seqs(first));
    assertTrue(first.at("more").asBoolean());
    Answer second = page("?after=100");
    assertEquals(range(101, 104), seqs(second));
    assertFalse(second.at("more").asBoolean());
  }

  @Test
  void pages_meet_without_gap_or_overlap_whatever_their_size() {
    holdAndRelease(6);
    for (int limit : List.of(1, 5, 8, 23, 24, 25, 1000)) {
      List<Long> all = new ArrayList<>();
      boolean more = true;
      long after = 0;
      while (more) {
        Answer page = page("?limit=" + limit + "&after=" + after);
        assertTrue(page.at("items").size() <= limit, page::shortened);
        all.addAll(seqs(page));
        more = page.at("more").asBoolean();
        assertTrue(!more || page.at("items").size() == limit, page::shortened);
        after = all.getLast();
      }
      assertEquals(range(1, 24), all, "with pages of " + limit);
    }
  }

  @Test
  void pages_of_large_changes_are_shorter_and_meet_as_well() {
    Changes.large(venue, 10, 6);

    List<Long> all = new ArrayList<>();
    int pages = 0;
    boolean more = true;
    while (more) {
      Answer page = page("?limit=1000&after=" + all.size());
      assertTrue(page.at("items").size() < 60, "a megabyte in one page");
      all.addAll(seqs(page));
      assertEquals(all.size(), page.at("lastSeq").asInt());
      more = page.at("more").asBoolean();
      pages++;
    }

    assertEquals(range(1, 120), all);
    assertTrue(pages > 2, "in " + pages + " pages");
  }

  @Test
  void at_the_end_there_is_nothing_more() {
    holdAndRelease(1);

    Answer end = page("?after=4");

    assertEquals(Json.array(), end.at("items"));
    assertFalse(end.at("more").asBoolean());
    assertEquals(4, end.at("lastSeq").asInt());
  }

  @Test
  void bounds_are_kept() {
    holdAndRelease(1);
    for (String bad : List.of("0", "-1", "1001", "abc", "1.5", "4294967297")) {
      Check.refused("limit"::equals, Changes.page(venue, "?limit=" + bad));
      Check.refused("limit"::equals, Changes.history(venue, "A-1", "?limit=" + bad));
    }
    for (String bad : List.of("-1", "abc", "1.5", "99999999999999999999")) {
      Check.refused("after"::equals, Changes.page(venue, "?after=" + bad));
      Check.refused("after"::equals, Changes.history(venue, "A-1", "?after=" + bad));
    }
    page("?limit=1");
    page("?limit=1000");
  }

  @Test
  void a_number_that_has_not_come_is_refused() {
    holdAndRelease(1);

    Check.refused("after"::equals, Changes.page(venue, "?after=5"));
    Check.refused("after"::equals, Changes.page(venue, "?after=" + Long.MAX_VALUE));
  }

  @Test
  void a_change_says_what_happened_to_what_and_under_whom() {
    String token = token();
    ObjectNode cart = Json.object("cartId", "c-1");
    Answer held =
        venue
            .seats("hold", Json.object("objectLabel", "A-1", "holdToken", token, "extraData", cart))
            .ok();
    Answer booked = venue.book(List.of("A-1"), token).ok();

    Answer page = page("");

    JsonNode first = page.at("items").path(0);
    assertEquals("held", Changes.type(first));
    assertEquals("A-1", first.path("objectLabel").asText());
    assertEquals("held", first.path("status").asText());
    assertEquals("free", first.path("previousStatus").asText());
    assertEquals(token, first.path("holdToken").asText());
    assertEquals(held.at("holdExpiresAt"), first.path("holdExpiresAt"));
    assertEquals(held.at("version"), first.path("version"));
    assertEquals("premium", first.path("categoryKey").asText());
    assertEquals(cart, first.path("extraData"));
    JsonNode second = page.at("items").path(1);
    assertEquals("booked", Changes.type(second));
    assertEquals("booked", second.path("status").asText());
    assertEquals("held", second.path("previousStatus").asText());
    assertEquals(token, second.path("holdToken").asText());
    assertEquals(booked.at("booked").path(0).path("version"), second.path("version"));
  }

  @Test
  void what_was_refused_or_changed_nothing_is_no_change() {
    String token = token();
    venue.hold("A-1", token).ok();

    venue.hold("A-1", token).ok();
    venue.hold("A-1", token()).expect(409);
    venue.book(List.of("A-1", "A-2"), token).expect(409);
    venue.release(List.of("A-1", "A-2")).expect(409);

    assertEquals(List.of(1L), seqs(page("")));
  }

  @Test
  void the_number_of_the_status_is_that_of_the_last_change() {
    holdAndRelease(2);

    assertEquals(8, venue.status().ok().at("seq").asInt());
    assertEquals(8, page("").at("lastSeq").asInt());
  }

  @Test
  void every_event_counts_for_itself() {
    TestVenue second = venue.secondEvent();
    holdAndRelease(1);
    second.hold("A-1", token()).ok();

    assertEquals(range(1, 4), seqs(page("")));
    assertEquals(List.of(1L), seqs(Changes.page(second, "").ok()));
  }
}

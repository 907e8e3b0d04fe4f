package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists come in pages, newest first. */
public abstract class PaginationRules extends V1Rules {

  private static final int COUNT = 23;

  /** The keys of all charts, and of all events, newest first. */
  private final List<String> charts = new ArrayList<>();

  private final List<String> events = new ArrayList<>();

  @BeforeEach
  void make_more_than_one_page() {
    charts.add(venue.chartKey());
    events.add(venue.eventKey());
    for (int i = 1; i < COUNT; i++) {
      charts.add(
          venue
              .sk()
              .post(TestVenue.CHARTS, Json.object("name", "Hall " + i))
              .expect(201)
              .text("chartKey"));
      events.add(TestVenue.event(venue.sk(), venue.chartKey()));
    }
    Collections.reverse(charts);
    Collections.reverse(events);
  }

  private void assertPage(String path, String key, List<String> all, int page, int limit) {
    Answer list = venue.sk().get(path + "?page=" + page + "&limit=" + limit).ok();
    int from = Math.min(all.size(), (page - 1) * limit);
    int to = Math.min(all.size(), from + limit);
    assertEquals(all.subList(from, to), Json.texts(list.at("items"), key));
    assertEquals(all.size(), list.at("total").asInt());
    assertEquals(page, list.at("page").asInt());
    assertEquals(limit, list.at("limit").asInt());
  }

  @Test
  void the_first_page_has_20_items_unless_told_otherwise() {
    for (String path : List.of(TestVenue.CHARTS, TestVenue.EVENTS)) {
      Answer list = venue.sk().get(path).ok();
      assertEquals(20, list.at("items").size());
      assertEquals(COUNT, list.at("total").asInt());
      assertEquals(1, list.at("page").asInt());
      assertEquals(20, list.at("limit").asInt());
    }
    assertEquals(3, venue.sk().get(TestVenue.EVENTS + "?page=2").ok().at("items").size());
    assertEquals(7, venue.sk().get(TestVenue.CHARTS + "?limit=7").ok().at("items").size());
  }

  @Test
  void pages_follow_each_other_without_gap_or_overlap() {
    for (int limit : List.of(1, 5, 10, 23, 100)) {
      for (int page = 1; page <= 4; page++) {
        assertPage(TestVenue.CHARTS, "chartKey", charts, page, limit);
        assertPage(TestVenue.EVENTS, "eventKey", events, page, limit);
      }
    }
  }

  @Test
  void a_page_beyond_the_end_is_empty_and_knows_the_total() {
    for (int page : List.of(4, 1000, Integer.MAX_VALUE)) {
      Answer list = venue.sk().get(TestVenue.EVENTS + "?limit=100&page=" + page).ok();
      assertEquals(Json.array(), list.at("items"));
      assertEquals(COUNT, list.at("total").asInt());
      assertEquals(page, list.at("page").asInt());
    }
  }

  @Test
  void a_page_out_of_range_is_refused() {
    for (String path : List.of(TestVenue.CHARTS, TestVenue.EVENTS)) {
      for (String bad : List.of("0", "-1", "abc", "1.5", "1e400", "%20", "99999999999999999999")) {
        Check.refused("page"::equals, venue.sk().get(path + "?page=" + bad));
      }
      for (String bad : List.of("0", "-1", "101", "abc", "1.5", "4294967297")) {
        Check.refused("limit"::equals, venue.sk().get(path + "?limit=" + bad));
      }
    }
  }

  @Test
  void both_bad_members_are_named() {
    Answer refused = venue.sk().get(TestVenue.EVENTS + "?page=0&limit=0");

    assertEquals(List.of("limit", "page"), Json.sorted(Json.names(Check.errors(refused))));
  }

  @Test
  void other_query_members_are_ignored() {
    Answer list = venue.sk().get(TestVenue.EVENTS + "?sort=name&limit=3&cursor=x").ok();

    assertEquals(events.subList(0, 3), Json.texts(list.at("items"), "eventKey"));
  }

  @Test
  void what_is_deleted_leaves_the_pages() {
    String gone = events.remove(4);
    venue.sk().delete(TestVenue.EVENTS + "/" + gone).ok();

    for (int page = 1; page <= 5; page++) {
      assertPage(TestVenue.EVENTS, "eventKey", events, page, 5);
    }
  }

  @Test
  void renaming_does_not_move_an_item() {
    String oldest = events.getLast();
    venue.sk().patch(TestVenue.EVENTS + "/" + oldest, Json.object("name", "New name")).ok();

    assertPage(TestVenue.EVENTS, "eventKey", events, 3, 10);
  }

  @Test
  void all_keys_are_different() {
    assertEquals(COUNT, new HashSet<>(charts).size());
    assertEquals(COUNT, new HashSet<>(events).size());
    assertTrue(Collections.disjoint(charts, events));
  }
}

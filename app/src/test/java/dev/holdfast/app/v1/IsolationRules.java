package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What belongs to another workspace does not exist. */
public abstract class IsolationRules extends V1Rules {

  /** Servers and browsers of everybody else: the live side, and another company's two. */
  private List<V1Client> outsiders() {
    Workspace other = Workspace.make(service());
    return List.of(
        venue.workspace().liveSecret(),
        venue.workspace().livePublic(),
        other.testSecret(),
        other.testPublic(),
        other.liveSecret());
  }

  private static boolean isServer(V1Client caller) {
    return caller.key().startsWith("sk_");
  }

  @Test
  void B_25_an_event_of_another_workspace_does_not_exist() {
    String token = token();
    venue.hold("A-1", token).ok();
    for (V1Client outsider : outsiders()) {
      TestVenue there = venue.as(outsider);
      List<Answer> answers = new ArrayList<>();
      String before = venue.status().raw();
      answers.add(outsider.get(venue.path("")));
      answers.add(outsider.get(venue.path("/status")));
      answers.add(outsider.get(venue.path("/chart")));
      answers.add(there.hold("A-2", token));
      answers.add(there.release(List.of("A-1"), token));
      if (isServer(outsider)) {
        answers.add(outsider.get(venue.path("/reports")));
        answers.add(there.book(List.of("A-1"), token));
        answers.add(there.extend(token, 600));
        answers.add(outsider.patch(venue.path(""), Json.object("name", "mine")));
        answers.add(outsider.delete(venue.path("")));
      }

      answers.forEach(answer -> Check.envelope(404, "Event not found", answer));
      assertEquals(before, venue.status().raw());
    }
    assertEquals("Winter gala", venue.sk().get(venue.path("")).ok().text("name"));
  }

  @Test
  void a_chart_of_another_workspace_does_not_exist() {
    for (V1Client outsider : outsiders().stream().filter(IsolationRules::isServer).toList()) {
      ObjectNode event = Json.object("chartKey", venue.chartKey());
      List<Answer> answers =
          List.of(
              outsider.get(venue.chartPath("")),
              outsider.get(venue.chartPath("/draft")),
              outsider.patch(venue.chartPath(""), Json.object("name", "mine")),
              outsider.post(venue.chartPath("/publish")),
              outsider.post(venue.chartPath("/unpublish")),
              outsider.post(TestVenue.EVENTS, event),
              outsider.delete(venue.chartPath("")));

      answers.forEach(answer -> Check.envelope(404, "Chart not found", answer));
    }
    Answer chart = venue.sk().get(venue.chartPath("")).ok();
    assertEquals("Harbour Hall", chart.text("name"));
    assertEquals(1, chart.at("publishedVersion").asInt());
  }

  @Test
  void what_exists_elsewhere_is_answered_like_what_exists_nowhere() {
    V1Client outsider = venue.workspace().liveSecret();

    assertEquals(
        outsider.get(TestVenue.EVENTS + "/evt_unknown/status").raw(),
        outsider.get(venue.path("/status")).raw());
    assertEquals(
        outsider.get(TestVenue.CHARTS + "/chart_unknown").raw(),
        outsider.get(venue.chartPath("")).raw());
  }

  @Test
  void lists_show_a_workspace_its_own_only() {
    for (V1Client outsider : outsiders().stream().filter(IsolationRules::isServer).toList()) {
      for (String path : List.of(TestVenue.CHARTS, TestVenue.EVENTS)) {
        Answer list = outsider.get(path).ok();
        assertEquals(0, list.at("total").asInt());
        assertEquals(Json.array(), list.at("items"));
        assertFalse(list.raw().contains(venue.chartKey()));
      }
    }
  }

  @Test
  void one_token_in_two_workspaces_is_two_tokens() {
    TestVenue other = TestVenue.open(service());
    TestVenue live =
        TestVenue.open(
            venue.workspace(),
            venue.workspace().liveSecret(),
            venue.workspace().livePublic(),
            Layouts.standard());
    String token = token();
    for (TestVenue one : List.of(venue, other, live)) {
      one.hold("A-1", token, 600).ok();
    }

    venue.book(List.of("A-1"), token).ok();
    live.release(List.of("A-1"), token).ok();

    assertEquals("booked", venue.state("A-1"));
    assertEquals("free", live.state("A-1"));
    assertEquals("held", other.state("A-1"));
    Check.pair(
        Check.BOOK_ERROR,
        live.untouchedBy(() -> live.book(List.of("A-1"), token)),
        "A-1 not_held_by_token");
  }

  @Test
  void a_token_s_limit_is_counted_per_workspace() {
    ObjectNode layout = Layouts.wide(200);
    TestVenue one = TestVenue.open(service(), layout);
    TestVenue other = TestVenue.open(service(), layout);
    String token = token();

    one.holdAll(Json.labels("R", 1, 200), token).ok();
    other.holdAll(Json.labels("R", 1, 200), token).ok();
  }

  @Test
  void live_and_test_both_work_side_by_side() {
    TestVenue live =
        TestVenue.open(
            venue.workspace(),
            venue.workspace().liveSecret(),
            venue.workspace().livePublic(),
            Layouts.standard());
    live.asBrowser().hold("A-1", token()).ok();

    assertEquals(List.of("A-1"), live.labels("held"));
    assertEquals(List.of(), venue.objects());
    assertEquals(1, live.sk().get(TestVenue.EVENTS).ok().at("total").asInt());
    assertEquals(1, venue.sk().get(TestVenue.EVENTS).ok().at("total").asInt());
  }
}

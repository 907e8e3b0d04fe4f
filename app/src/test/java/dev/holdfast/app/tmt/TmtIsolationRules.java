package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.Layouts;
import dev.holdfast.app.v1.V1Client;
import dev.holdfast.app.v1.Workspace;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What belongs to another workspace does not exist. */
public abstract class TmtIsolationRules extends TmtRules {

  private List<V1Client> outsiders() {
    return List.of(v1.workspace().liveSecret(), Workspace.make(service()).testSecret());
  }

  /** The same refusal as for a thing that never was, but for its name. */
  private static void sameAsUnknown(Function<String, Answer> call, String known, String unknown) {
    Answer elsewhere = TmtCheck.refused(call.apply(known));
    Answer nowhere = TmtCheck.refused(call.apply(unknown));
    assertEquals(nowhere.raw().replace(unknown, "?"), elsewhere.raw().replace(known, "?"));
  }

  @Test
  void I12_another_workspace_s_event_is_answered_like_one_that_never_was() {
    String token = venue.held("A-1");
    for (V1Client outsider : outsiders()) {
      String before = v1.status().raw();
      TmtVenue there = venue.as(outsider);
      String unknown = TmtVenue.newId();
      List<Function<TmtVenue, Answer>> calls =
          List.of(
              one -> one.hold("A-2"),
              one -> one.book(token, "A-1"),
              one -> one.releaseUnder(token, "A-1"),
              one -> one.release("A-1"),
              one -> one.extend(token, 60));

      for (Function<TmtVenue, Answer> call : calls) {
        sameAsUnknown(id -> call.apply(there.of(id).as(outsider)), venue.event(), unknown);
      }

      assertEquals(before, v1.status().raw());
    }
  }

  @Test
  void I12_another_workspace_s_chart_is_answered_like_one_that_never_was() {
    for (V1Client outsider : outsiders()) {
      TmtClient there = TmtClient.of(outsider);
      for (String function :
          List.of(
              "published_charts_seatsio", "list_objects_charts_seatsio", "copy_chart_seatsio")) {
        sameAsUnknown(
            chart -> there.call(function, "chart_id", chart), venue.chart(), "chart_unknown");
      }
      for (String function :
          List.of("add_tags_to_chart_seatsio", "remove_tags_from_chart_seatsio")) {
        sameAsUnknown(
            chart -> there.call(function, "chart_id", chart, "tags", List.of("mine")),
            venue.chart(),
            "chart_unknown");
      }
      sameAsUnknown(
          chart ->
              there.call(
                  "create_event_seatsio",
                  "chart_id",
                  chart,
                  "event_id",
                  "mine",
                  "name_event",
                  "Mine"),
          venue.chart(),
          "chart_unknown");
    }
  }

  @Test
  void I12_lists_show_a_workspace_its_own_only() {
    for (V1Client outsider : outsiders()) {
      for (String function : List.of("list_event_seatsio", "list_charts_seatsio")) {
        Answer list = TmtClient.of(outsider).call(function);
        TmtCheck.ok(list);
        assertFalse(list.raw().contains(venue.event()), list::shortened);
        assertFalse(list.raw().contains(venue.chart()), list::shortened);
      }
    }
  }

  @Test
  void I12_another_workspace_s_token_opens_nothing() {
    Workspace other = Workspace.make(service());
    TmtVenue theirs =
        TmtVenue.open(other, other.testSecret(), other.testPublic(), Layouts.standard());
    String token = venue.held("A-1", "A-2");
    theirs.held("A-1");

    TmtCheck.ok(v1.untouchedBy(() -> theirs.expire(TmtVenue.object(token))));
    TmtCheck.refused(theirs.v1().untouchedBy(() -> theirs.book(token, "A-1")));
    TmtCheck.refused(
        theirs.v1().untouchedBy(() -> theirs.book(token, TmtVenue.places("floor", 1))));
    TmtCheck.ok(theirs.v1().untouchedBy(() -> theirs.releaseUnder(token, "A-1")));
    TmtCheck.refused(theirs.v1().untouchedBy(() -> theirs.extend(token, 60)));

    venue.book(token, "A-1", "A-2").ok();
  }

  @Test
  void I12_one_token_in_two_workspaces_is_two_tokens() {
    Workspace other = Workspace.make(service());
    TmtVenue theirs =
        TmtVenue.open(other, other.testSecret(), other.testPublic(), Layouts.standard());
    String token = venue.held("A-1");
    theirs.v1().hold("A-1", token, 900).ok();

    theirs.expire(token).ok();
    assertEquals(List.of("A-1"), v1.labels("held"));
    assertEquals(List.of(), theirs.v1().objects());
    theirs.v1().hold("A-1", token, 900).ok();
    venue.expire(token).ok();

    assertEquals(List.of(), v1.objects());
    assertEquals(List.of("A-1"), theirs.v1().labels("held"));
  }

  @Test
  void I12_one_event_id_in_two_workspaces_is_two_events() {
    Workspace other = Workspace.make(service());
    TmtVenue theirs =
        TmtVenue.open(other, other.testSecret(), other.testPublic(), Layouts.standard());
    theirs.create(venue.event()).ok();
    TmtVenue same = theirs.of(venue.event());

    String token = same.held("A-1");
    venue.hold("A-1").ok();
    same.book(token, "A-1").ok();

    assertEquals("held", v1.state("A-1"));
    assertEquals("booked", same.v1().state("A-1"));
    assertEquals(Json.parse("46"), venue.listed().path("counters").path("available"));
  }
}

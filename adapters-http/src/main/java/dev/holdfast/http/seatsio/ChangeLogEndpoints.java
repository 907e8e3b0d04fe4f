package dev.holdfast.http.seatsio;

import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.feed.Histories;
import dev.holdfast.domain.feed.StatusChanges;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.ChangeList;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.memory.Compressed;
import dev.holdfast.http.memory.PackedJson;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.seatsio.report.Presence;
import dev.holdfast.http.seatsio.report.StatusChangeJson;
import java.util.List;
import java.util.Optional;

/** What has happened to the objects of an event (section 20). */
final class ChangeLogEndpoints {
  private static final String EVENT = "/events/{eventKey}";

  private final Histories histories;
  private final Houses houses;
  private final SharedAnswers answers;

  private ChangeLogEndpoints(Histories histories, Houses houses, SharedAnswers answers) {
    this.histories = histories;
    this.houses = houses;
    this.answers = answers;
  }

  /** The routes over these histories. */
  static List<Route> routes(Histories histories, Houses houses, SharedAnswers answers) {
    ChangeLogEndpoints endpoints = new ChangeLogEndpoints(histories, houses, answers);
    return List.of(
        SeatsioRoutes.get(EVENT + "/status-changes", endpoints::ofEvent),
        SeatsioRoutes.get(EVENT + "/objects/{objectLabel}/status-changes", endpoints::ofObject));
  }

  private record Question(
      WorkspaceId workspace, String eventKey, ChangeList list, Slice.Request slice) {}

  private Answer ofEvent(Call call) {
    return answer(call, Optional.empty());
  }

  private Answer ofObject(Call call) {
    return answer(call, Optional.of(call.path("objectLabel")));
  }

  private Answer answer(Call call, Optional<String> object) {
    String key = call.path("eventKey");
    Question question =
        new Question(call.workspace(), key, ChangeQuery.of(call, object), Cursors.of(call));
    return SeatsioAnswers.of(
        answers.answer(question, () -> read(question)), Names.event(call, key), Answer::packed);
  }

  private Outcome<Compressed> read(Question question) {
    return histories
        .statusChanges(question.workspace(), question.eventKey(), question.list(), question.slice())
        .flatMap(found ->
            houses.ofEvent(found.event()).map(house -> compressed(found, new Presence(house))));
  }

  private static Compressed compressed(StatusChanges found, Presence presence) {
    return Compressed.timeless(
        PackedJson.compress(
            PageJson.of(
                found.changes(),
                JournalEntry::seq,
                (json, entry) -> StatusChangeJson.write(json, entry, presence))));
  }
}

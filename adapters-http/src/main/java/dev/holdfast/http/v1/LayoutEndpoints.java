package dev.holdfast.http.v1;

import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.memory.Compressed;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;

/** Layouts that are sold by. A published version never changes, and every visitor asks for it. */
final class LayoutEndpoints {
  private final Events events;
  private final Charts charts;
  private final SharedAnswers answers;

  LayoutEndpoints(Events events, Charts charts, SharedAnswers answers) {
    this.events = events;
    this.charts = charts;
    this.answers = answers;
  }

  private record Question(WorkspaceId workspace, String eventKey) {}

  private record Version(WorkspaceId workspace, String chartKey, int version) {}

  Answer published(Call call) {
    WorkspaceId workspace = call.workspace();
    String key = call.path("eventKey");
    return V1Answers.of(
        answers.answer(
            new Question(workspace, key),
            () ->
                events
                    .layout(workspace, key)
                    .map(layout ->
                        answers.kept(
                            new Version(workspace, layout.chartKey(), layout.version()),
                            () -> CatalogJson.compressed(V1Layouts.in(charts, layout))))
                    .map(Compressed::timeless)),
        Asked.LOOK_UP,
        Answer::packed);
  }
}

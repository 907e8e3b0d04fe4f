package dev.holdfast.http.v1;

import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.memory.Compressed;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.PageQuery;
import java.util.Optional;

/** Charts. */
final class ChartEndpoints {
  private static final int MIN_NAME = 3;

  private final Charts charts;
  private final SharedAnswers answers;

  ChartEndpoints(Charts charts, SharedAnswers answers) {
    this.charts = charts;
    this.answers = answers;
  }

  Answer list(Call call) {
    Page.Request asked = PageQuery.of(call);
    return PageQuery.answer(charts.list(call.workspace(), asked), asked, CatalogJson::chart);
  }

  Answer create(Call call) {
    BodyReader body = call.body();
    String name = body.text("name", MIN_NAME, BodyReader.MAX_LABEL);
    NewDraft draft = V1Layouts.draft(body, "draftVersion").orElse(V1Layouts.EMPTY);
    body.check();
    return call.change(
        () -> Outcome.accepted(charts.create(call.workspace(), name, draft)),
        outcome ->
            V1Answers.of(
                outcome,
                Asked.LOOK_UP,
                chart -> Answer.created(json -> CatalogJson.chart(json, chart))));
  }

  Answer find(Call call) {
    return V1Answers.of(charts.find(call.workspace(), key(call)), CatalogJson::chart);
  }

  Answer update(Call call) {
    BodyReader body = call.body();
    Optional<String> name = body.optionalText("name", MIN_NAME, BodyReader.MAX_LABEL);
    Optional<NewDraft> draft = V1Layouts.draft(body, "draftVersion");
    if (!body.has("name") && !body.has("draftVersion")) {
      body.problem("At least one of name, draftVersion is required");
    }
    body.check();
    return call.change(
        () -> charts.update(call.workspace(), key(call), name.orElse(null), draft.orElse(null)),
        outcome -> V1Answers.of(outcome, CatalogJson::chart));
  }

  Answer delete(Call call) {
    return call.change(
        () -> charts.delete(call.workspace(), key(call)),
        outcome ->
            V1Answers.of(outcome, (json, key) -> CatalogJson.deleted(json, "chartKey", key)));
  }

  Answer draft(Call call) {
    return V1Answers.of(
        charts.draft(call.workspace(), key(call)),
        Asked.LOOK_UP,
        layout ->
            Answer.packed(
                answers.packed(
                    Compressed.timeless(CatalogJson.compressed(V1Layouts.in(charts, layout))))));
  }

  Answer publish(Call call) {
    return call.change(
        () -> charts.publish(call.workspace(), key(call)),
        outcome -> V1Answers.of(outcome, CatalogJson::published));
  }

  Answer unpublish(Call call) {
    return call.change(
        () -> charts.unpublish(call.workspace(), key(call)),
        outcome -> V1Answers.of(outcome, CatalogJson::unpublished));
  }

  private static String key(Call call) {
    return call.path("chartKey");
  }
}

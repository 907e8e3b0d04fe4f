package dev.holdfast.http.seatsio;

import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.catalog.Drawings;
import dev.holdfast.domain.chart.StagedChart;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.chart.TagChange;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.http.memory.Compressed;
import dev.holdfast.http.memory.PackedJson;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Endpoint;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.seatsio.drawing.DrawingSketch;
import dev.holdfast.http.seatsio.drawing.SeatsioDrawings;
import dev.holdfast.http.thumbnail.ThumbnailRoutes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The drawings of a chart: what is published, and the draft of what is sold (section 9). */
final class DrawingEndpoints {
  private static final String PUBLISHED = ChartEndpoints.ONE + "/version/published";
  private static final String DRAFT = ChartEndpoints.ONE + "/version/draft";
  private static final String TAGS = ChartEndpoints.ALL + "/tags";
  private static final String TAG = ChartEndpoints.ONE + "/tags/{tag}";

  private final Charts all;
  private final DrawnCharts charts;
  private final Drawings drawings;
  private final SharedAnswers answers;
  private final ValidationLevels levels;

  DrawingEndpoints(SeatsioUseCases use, SharedAnswers answers, ValidationLevels levels) {
    this.all = use.charts();
    this.charts = new DrawnCharts(use.charts());
    this.drawings = use.charts().drawings();
    this.answers = answers;
    this.levels = levels;
  }

  /** The routes to drawings and tags; before those to charts, one of which could be called so. */
  List<Route> routes() {
    return List.of(
        SeatsioRoutes.get(TAGS, this::tags),
        SeatsioRoutes.post(TAG, tag(tag -> new TagChange(List.of(tag), List.of()))),
        SeatsioRoutes.delete(TAG, tag(tag -> new TagChange(List.of(), List.of(tag)))),
        SeatsioRoutes.get(PUBLISHED, published(this::published)).ofWholeLayout(),
        SeatsioRoutes.get(DRAFT, draft(this::draft)).ofWholeLayout(),
        SeatsioRoutes.get(PUBLISHED + "/thumbnail", published((_, drawing) -> picture(drawing)))
            .ofWholeLayout(),
        SeatsioRoutes.get(DRAFT + "/thumbnail", draft((_, drawing) -> picture(drawing)))
            .ofWholeLayout(),
        SeatsioRoutes.post(
                PUBLISHED + "/actions/validate", published((_, drawing) -> validation(drawing)))
            .ofWholeLayout(),
        SeatsioRoutes.post(DRAFT + "/actions/validate", draft((_, drawing) -> validation(drawing)))
            .ofWholeLayout(),
        SeatsioRoutes.post(DRAFT + "/actions/publish", this::publish).ofWholeLayout(),
        SeatsioRoutes.post(DRAFT + "/actions/discard", this::discard).ofWholeLayout());
  }

  private Answer tags(Call call) {
    List<String> tags = drawings.tags(call.workspace());
    return Answer.ok(json -> {
      json.writeStartObject();
      json.writeArrayFieldStart("tags");
      for (String tag : tags) {
        json.writeString(tag);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private Endpoint tag(Function<String, TagChange> change) {
    return call ->
        call.change(
            () ->
                all.changeTags(
                    call.workspace(), ChartEndpoints.key(call), change.apply(call.path("tag"))),
            outcome -> SeatsioAnswers.done(outcome, ChartEndpoints.names(call)));
  }

  /** What is told of a drawing. */
  private interface Telling {
    Answer of(StagedChart chart, StoredLayout drawing);
  }

  private Endpoint published(Telling telling) {
    return call ->
        found(
            call,
            chart -> {
              String key = ChartEndpoints.key(call);
              return told(call, chart, charts.published(call.workspace(), key), telling);
            });
  }

  private Endpoint draft(Telling telling) {
    return call ->
        found(
            call,
            chart -> {
              String key = ChartEndpoints.key(call);
              return chart.drafted()
                  ? told(call, chart, charts.current(call.workspace(), key), telling)
                  : noDraft(call);
            });
  }

  private Answer found(Call call, Function<StagedChart, Answer> telling) {
    return SeatsioAnswers.of(
        drawings.find(call.workspace(), ChartEndpoints.key(call)),
        ChartEndpoints.names(call),
        telling);
  }

  private static Answer told(
      Call call, StagedChart chart, Outcome<StoredLayout> drawing, Telling telling) {
    return SeatsioAnswers.of(
        drawing, ChartEndpoints.names(call), layout -> telling.of(chart, layout));
  }

  private static Answer noDraft(Call call) {
    return SeatsioAnswers.error(
        404, "DRAFT_NOT_FOUND", "Chart has no draft version: " + ChartEndpoints.key(call));
  }

  /** Where there is a draft, the chart's name is the draft's, and what is published has its own. */
  private Answer published(StagedChart chart, StoredLayout drawing) {
    Optional<String> own =
        chart.drafted() ? SeatsioDrawings.nameIn(drawing.text()) : Optional.empty();
    return own.isPresent() ? whole(drawing.text()) : draft(chart, drawing);
  }

  private Answer draft(StagedChart chart, StoredLayout drawing) {
    return whole(SeatsioDrawings.named(drawing.text(), chart.chart().name()).text());
  }

  private Answer whole(String drawing) {
    return packed(PackedJson.compress(json -> json.writeRawValue(drawing)), Answer.JSON);
  }

  private Answer picture(StoredLayout drawing) {
    byte[] picture = ThumbnailRoutes.compressed(DrawingSketch.read(drawing.text()));
    return packed(picture, ThumbnailRoutes.TYPE);
  }

  private Answer packed(byte[] gzip, String type) {
    return Answer.packed(type, answers.packed(Compressed.timeless(gzip)));
  }

  private Answer validation(StoredLayout drawing) {
    return Answer.ok(json -> levels.write(json, () -> SeatsioDrawings.flaws(drawing.text())));
  }

  private Answer publish(Call call) {
    return ofDraft(call, () -> drawings.publishDraft(call.workspace(), ChartEndpoints.key(call)));
  }

  private Answer discard(Call call) {
    return ofDraft(call, () -> charts.discard(call.workspace(), ChartEndpoints.key(call)));
  }

  /** Does something with the draft; what comes to nothing found none. */
  private static <T> Answer ofDraft(Call call, Supplier<Outcome<Optional<T>>> change) {
    return call.change(
        change,
        outcome ->
            SeatsioAnswers.of(
                outcome,
                ChartEndpoints.names(call),
                done -> done.isPresent() ? Answer.done() : noDraft(call)));
  }
}

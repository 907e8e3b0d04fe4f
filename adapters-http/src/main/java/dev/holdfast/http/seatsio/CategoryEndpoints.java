package dev.holdfast.http.seatsio;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.seatsio.DrawnCharts.CategoriesEdit;
import dev.holdfast.http.seatsio.drawing.CategoryEdit;
import dev.holdfast.http.seatsio.drawing.CategoryJson;
import dev.holdfast.http.seatsio.drawing.SeatsioDrawings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The categories of a chart, as it is drawn now (section 9). */
final class CategoryEndpoints {
  private static final String ALL = ChartEndpoints.ONE + "/categories";
  private static final String ONE = ALL + "/{categoryKey}";

  private final DrawnCharts charts;

  CategoryEndpoints(SeatsioUseCases use) {
    this.charts = new DrawnCharts(use.charts());
  }

  /** The routes to categories. */
  List<Route> routes() {
    return List.of(
        SeatsioRoutes.get(ALL, this::list).ofWholeLayout(),
        SeatsioRoutes.post(ALL, this::add).ofWholeLayout(),
        SeatsioRoutes.post(ONE, this::update).ofWholeLayout(),
        SeatsioRoutes.delete(ONE, this::remove).ofWholeLayout());
  }

  private Answer list(Call call) {
    return SeatsioAnswers.of(
        charts.current(call.workspace(), ChartEndpoints.key(call)),
        ChartEndpoints.names(call),
        drawing ->
            Answer.ok(json -> {
              json.writeStartObject();
              json.writeFieldName("categories");
              CategoryJson.writeAll(json, SeatsioDrawings.facts(drawing.text()).categories());
              json.writeEndObject();
            }));
  }

  private Answer add(Call call) {
    BodyReader body = SeatsioBody.of(call);
    Category category = ChartRequests.category(body);
    body.check();
    return edit(
        call,
        now ->
            now.size() < ChartRequests.MAX_CATEGORIES
                ? CategoryEdit.add(now, category)
                : Optional.empty(),
        SeatsioAnswers.error(
            SeatsioCode.GENERAL_ERROR,
            "category key already in use, or "
                + ChartRequests.MAX_CATEGORIES
                + " categories already"));
  }

  private Answer update(Call call) {
    BodyReader body = SeatsioBody.of(call);
    @Nullable String label = body.optionalText("label", 1, Layout.MAX_LABEL).orElse(null);
    @Nullable String color = ChartRequests.color(body);
    @Nullable Boolean accessible = body.optionalFlag("accessible").orElse(null);
    body.check();
    String key = call.path("categoryKey");
    return edit(call, now -> CategoryEdit.update(now, key, label, color, accessible), notFound());
  }

  private Answer remove(Call call) {
    String key = call.path("categoryKey");
    return edit(call, now -> CategoryEdit.remove(now, key), notFound());
  }

  private Answer edit(Call call, CategoriesEdit edit, Answer otherwise) {
    return call.change(
        () -> charts.update(call.workspace(), ChartEndpoints.key(call), null, edit),
        outcome ->
            SeatsioAnswers.of(
                outcome,
                ChartEndpoints.names(call),
                edited -> edited.isPresent() ? Answer.done() : otherwise));
  }

  private static Answer notFound() {
    return SeatsioAnswers.error(404, "CATEGORY_NOT_FOUND", "category not found");
  }
}

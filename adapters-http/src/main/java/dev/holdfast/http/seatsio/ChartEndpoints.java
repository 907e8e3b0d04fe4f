package dev.holdfast.http.seatsio;

import dev.holdfast.domain.catalog.Drawings;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.StagedChart;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.DrawingPort.ChartFilter;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.DotPath;
import dev.holdfast.http.json.InvalidRequest;
import dev.holdfast.http.json.JsonContent;
import dev.holdfast.http.memory.Compressed;
import dev.holdfast.http.memory.PackedJson;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.seatsio.ChartJson.Part;
import dev.holdfast.http.seatsio.drawing.CategoryEdit;
import dev.holdfast.http.seatsio.drawing.SeatsioDrawings;
import dev.holdfast.http.seatsio.drawing.VenueType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Charts (section 9). */
final class ChartEndpoints {
  static final String ALL = "/charts";
  static final String ONE = ALL + "/{chartKey}";

  /** What a key of a client's choice looks like. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final DrawnCharts charts;
  private final Drawings drawings;
  private final SharedAnswers answers;
  private final ValidationLevels levels;

  ChartEndpoints(SeatsioUseCases use, SharedAnswers answers, ValidationLevels levels) {
    this.charts = new DrawnCharts(use.charts());
    this.drawings = use.charts().drawings();
    this.answers = answers;
    this.levels = levels;
  }

  /** The routes to charts. */
  List<Route> routes() {
    return List.of(
        SeatsioRoutes.get(ALL, this::list),
        SeatsioRoutes.post(ALL, this::create),
        SeatsioRoutes.get(ONE, this::find).ofWholeLayout(),
        SeatsioRoutes.post(ONE, this::update).ofWholeLayout());
  }

  /** The route by which clients' tests bring their charts (section 6). */
  Route upload() {
    return SeatsioRoutes.postDrawing("/system/public" + ONE, this::upload);
  }

  static String key(Call call) {
    return call.path("chartKey");
  }

  static Names names(Call call) {
    return Names.chart(call, key(call));
  }

  private ChartJson json(Call call) {
    return new ChartJson(call.base(), levels);
  }

  /** All that a list depends on, as it is told with parts of drawings. */
  private record ListOf(
      WorkspaceId workspace,
      ChartFilter filter,
      Slice.Request slice,
      Set<Part> parts,
      ChartJson json) {}

  private Answer list(Call call) {
    ChartFilter filter =
        new ChartFilter(call.query("filter").orElse(""), call.query("tag").orElse(null));
    ListOf list =
        new ListOf(
            call.workspace(), filter, Cursors.of(call), parts(call.queries("expand")), json(call));
    if (list.parts.isEmpty()) {
      return Answer.ok(content(list));
    }
    // Each of a thousand drawings is read: a few such lists at a time, whoever asks.
    Outcome<PackedJson> answer =
        answers.answer(
            list, () -> Outcome.accepted(Compressed.timeless(PackedJson.compress(content(list)))));
    return SeatsioAnswers.of(answer, Names.of(call), Answer::packed);
  }

  private JsonContent content(ListOf list) {
    return PageJson.of(
        drawings.list(list.workspace, list.filter, list.slice),
        each -> each.chart().id(),
        (json, each) -> {
          Optional<StoredLayout> drawn =
              list.parts.isEmpty()
                  ? Optional.empty()
                  : accepted(charts.current(list.workspace, each.chart().key()));
          if (drawn.isPresent()) {
            list.json.write(json, each, list.parts, drawn.get().text());
          } else {
            list.json.write(json, each);
          }
        });
  }

  /** Empty when it was deleted meanwhile. */
  private static Optional<StoredLayout> accepted(Outcome<StoredLayout> outcome) {
    return outcome instanceof Outcome.Accepted<StoredLayout>(StoredLayout drawing)
        ? Optional.of(drawing)
        : Optional.empty();
  }

  /** Those that are drawn; what else can be expanded is not told by a drawing. */
  private static Set<Part> parts(List<String> expand) {
    EnumSet<Part> parts = EnumSet.noneOf(Part.class);
    for (String each : expand) {
      switch (each) {
        case "validation" -> parts.add(Part.VALIDATION);
        case "venueType" -> parts.add(Part.VENUE_TYPE);
        case "zones" -> parts.add(Part.ZONES);
        default -> {
          // Clients ask for what newer servers have.
        }
      }
    }
    return parts;
  }

  private Answer create(Call call) {
    BodyReader body = SeatsioBody.of(call);
    String name = ChartRequests.name(body).orElse(SeatsioDrawings.UNTITLED);
    VenueType type =
        VenueType.of(body.optionalText("venueType", 0, BodyReader.MAX_LABEL).orElse(null));
    List<Category> categories = ChartRequests.categories(body).orElse(List.of());
    body.check();
    NewDraft draft = SeatsioDrawings.blank(name, type, categories);
    return call.change(
        () -> drawings.create(call.workspace(), name, draft),
        outcome ->
            SeatsioAnswers.of(
                outcome, Names.of(call), made -> created(json(call), made, draft.text())));
  }

  private static Answer created(ChartJson json, Chart made, String drawing) {
    StagedChart chart = new StagedChart(made, false, false);
    return Answer.created(
        generator -> json.write(generator, chart, EnumSet.allOf(Part.class), drawing));
  }

  private Answer find(Call call) {
    return switch (drawings.find(call.workspace(), key(call))) {
      case Outcome.Accepted<StagedChart>(StagedChart chart) ->
          SeatsioAnswers.of(
              charts.current(call.workspace(), key(call)),
              names(call),
              drawing ->
                  Answer.ok(json ->
                      json(call).write(json, chart, EnumSet.allOf(Part.class), drawing.text())));
      case Outcome<StagedChart> none -> SeatsioAnswers.done(none, names(call));
    };
  }

  private Answer update(Call call) {
    BodyReader body = SeatsioBody.of(call);
    Optional<String> name = ChartRequests.name(body);
    Optional<List<Category>> categories = ChartRequests.categories(body);
    body.check();
    if (name.isEmpty() && categories.isEmpty()) {
      return SeatsioAnswers.done(drawings.find(call.workspace(), key(call)), names(call));
    }
    return call.change(
        () ->
            charts.update(
                call.workspace(),
                key(call),
                name.orElse(null),
                categories
                    .<DrawnCharts.CategoriesEdit>map(
                        others -> now -> Optional.of(CategoryEdit.replace(now, others)))
                    .orElse(null)),
        outcome -> SeatsioAnswers.done(outcome, names(call)));
  }

  private Answer upload(Call call) {
    String key = key(call);
    if (!KEY.matcher(key).matches()) {
      throw new InvalidRequest(DotPath.ROOT.to("chartKey"), "must match " + KEY.pattern());
    }
    NewDraft draft =
        SeatsioDrawings.draft(
            call.sentBody()
                .orElseThrow(() -> new InvalidRequest(DotPath.ROOT, "A drawing is required")));
    String name = SeatsioDrawings.facts(draft.text()).name();
    return call.change(
        () -> drawings.create(call.workspace(), key, name, draft),
        outcome ->
            SeatsioAnswers.of(
                outcome,
                names(call),
                made ->
                    made.isPresent()
                        ? Answer.done()
                        : SeatsioAnswers.error(
                            SeatsioCode.GENERAL_ERROR, "Chart key already in use")));
  }
}

package dev.holdfast.http.seatsio;

import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.json.DotPath;
import dev.holdfast.http.json.InvalidRequest;
import dev.holdfast.http.memory.Compressed;
import dev.holdfast.http.memory.PackedJson;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Endpoint;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.seatsio.report.ChartReport;
import dev.holdfast.http.seatsio.report.Dimension;
import dev.holdfast.http.seatsio.report.EventObjects;
import dev.holdfast.http.seatsio.report.EventReport;
import dev.holdfast.http.seatsio.report.TablesShown;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reports on events and charts (sections 22 and 23). */
final class ReportEndpoints {
  private static final String EVENT = "/reports/events/{eventKey}";
  private static final String CHART = "/reports/charts/{chartKey}";
  private static final String TYPE = "/{type}";
  private static final String SUMMARY = TYPE + "/summary";

  /** No key of an event has a dot. */
  private static final String CSV_SUFFIX = ".csv";

  private static final String CSV = "text/csv; charset=utf-8";

  private final Houses houses;
  private final Reservations reservations;
  private final SharedAnswers answers;

  private ReportEndpoints(Houses houses, Reservations reservations, SharedAnswers answers) {
    this.houses = houses;
    this.reservations = reservations;
    this.answers = answers;
  }

  /** The routes over these houses and what is sold of them. */
  static List<Route> routes(Houses houses, Reservations reservations, SharedAnswers answers) {
    ReportEndpoints endpoints = new ReportEndpoints(houses, reservations, answers);
    return List.of(
        SeatsioRoutes.get(EVENT, endpoints::flat),
        SeatsioRoutes.get(EVENT + SUMMARY + "/deep", endpoints.summary(true)),
        SeatsioRoutes.get(EVENT + SUMMARY, endpoints.summary(false)),
        SeatsioRoutes.get(EVENT + TYPE + "/{group}", endpoints::group),
        SeatsioRoutes.get(EVENT + TYPE, endpoints::detail),
        SeatsioRoutes.get(CHART + SUMMARY, endpoints::chartSummary),
        SeatsioRoutes.get(CHART + TYPE, endpoints::chartDetail));
  }

  /** What an answer on an event depends on. */
  private record OfEvent(WorkspaceId workspace, String key, Wanted wanted) {}

  /** What of an event is told. */
  private sealed interface Wanted {
    record Flat() implements Wanted {}

    record Csv() implements Wanted {}

    record Detail(Dimension by) implements Wanted {}

    record Group(Dimension by, String group) implements Wanted {}

    record Summary(Dimension by, boolean deep) implements Wanted {}
  }

  private Answer flat(Call call) {
    String key = call.path("eventKey");
    return key.endsWith(CSV_SUFFIX)
        ? csv(call, key.substring(0, key.length() - CSV_SUFFIX.length()))
        : answer(call, key, new Wanted.Flat());
  }

  private Answer csv(Call call, String key) {
    return SeatsioAnswers.of(
        packed(call, key, new Wanted.Csv()),
        Names.event(call, key),
        packed -> Answer.packed(CSV, packed));
  }

  private Answer detail(Call call) {
    return by(call, EventReport.DETAILS, Wanted.Detail::new);
  }

  private Answer group(Call call) {
    String group = call.path("group");
    return by(call, EventReport.DETAILS, by -> new Wanted.Group(by, group));
  }

  private Endpoint summary(boolean deep) {
    return call -> by(call, EventReport.SUMMARIES, by -> new Wanted.Summary(by, deep));
  }

  private Answer by(Call call, Set<Dimension> allowed, Function<Dimension, Wanted> wanted) {
    return dimension(call, allowed)
        .map(by -> answer(call, call.path("eventKey"), wanted.apply(by)))
        .orElseGet(ReportEndpoints::noSuchReport);
  }

  private static Optional<Dimension> dimension(Call call, Set<Dimension> allowed) {
    return Dimension.ofWord(call.path("type")).filter(allowed::contains);
  }

  private static Answer noSuchReport() {
    return SeatsioAnswers.error(404, "NOT_FOUND", "There is no such report");
  }

  private Answer answer(Call call, String key, Wanted wanted) {
    return SeatsioAnswers.of(packed(call, key, wanted), Names.event(call, key), Answer::packed);
  }

  private Outcome<PackedJson> packed(Call call, String key, Wanted wanted) {
    OfEvent question = new OfEvent(call.workspace(), key, wanted);
    return answers.answer(question, () -> read(question));
  }

  private Outcome<Compressed> read(OfEvent question) {
    return houses
        .ofEvent(question.workspace(), question.key())
        .flatMap(house ->
            // Between the two questions the event may have been deleted.
            reservations
                .picture(house.event().id())
                .map(picture -> new EventObjects(house, picture).report())
                .map(report -> Outcome.accepted(compressed(report, question.wanted())))
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownEvent())));
  }

  private static Compressed compressed(EventReport report, Wanted wanted) {
    return Compressed.timeless(
        switch (wanted) {
          case Wanted.Flat() -> PackedJson.compress(report::writeFlat);
          case Wanted.Csv() -> PackedJson.compressText(report::writeCsv);
          case Wanted.Detail(Dimension by) ->
              PackedJson.compress(json -> report.writeDetail(json, by));
          case Wanted.Group(Dimension by, String group) ->
              PackedJson.compress(json -> report.writeGroup(json, by, group));
          case Wanted.Summary(Dimension by, boolean deep) ->
              PackedJson.compress(json -> report.writeSummary(json, by, deep));
        });
  }

  /** What an answer on a chart depends on. */
  private record OfChart(
      WorkspaceId workspace,
      String key,
      boolean draft,
      TablesShown tables,
      Dimension by,
      boolean summary) {}

  private Answer chartDetail(Call call) {
    return chart(call, ChartReport.DETAILS, false);
  }

  private Answer chartSummary(Call call) {
    return chart(call, ChartReport.SUMMARIES, true);
  }

  private Answer chart(Call call, Set<Dimension> allowed, boolean summary) {
    String key = call.path("chartKey");
    boolean draft = isDraft(call);
    TablesShown tables = tables(call);
    return dimension(call, allowed)
        .map(by -> new OfChart(call.workspace(), key, draft, tables, by, summary))
        .map(question ->
            SeatsioAnswers.of(
                answers.answer(question, () -> read(question)),
                Names.chart(call, key),
                Answer::packed))
        .orElseGet(ReportEndpoints::noSuchReport);
  }

  private static boolean isDraft(Call call) {
    return switch (call.query("version").orElse("published")) {
      case "published" -> false;
      case "draft" -> true;
      default -> throw new InvalidRequest(DotPath.ROOT.to("version"), "must be published or draft");
    };
  }

  private static TablesShown tables(Call call) {
    String name = "bookWholeTables";
    return TablesShown.of(call.query(name))
        .orElseThrow(
            () -> new InvalidRequest(DotPath.ROOT.to(name), "must be true, false or chart"));
  }

  private Outcome<Compressed> read(OfChart question) {
    Outcome<Houses.OfChart> house =
        question.draft()
            ? houses.draft(question.workspace(), question.key())
            : houses.published(question.workspace(), question.key());
    return house
        .map(chart -> new ChartReport(chart, question.tables()))
        .map(report ->
            Compressed.timeless(
                question.summary()
                    ? PackedJson.compress(json -> report.writeSummary(json, question.by()))
                    : PackedJson.compress(json -> report.writeDetail(json, question.by()))));
  }
}

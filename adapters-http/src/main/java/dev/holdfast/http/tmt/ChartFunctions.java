package dev.holdfast.http.tmt;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.chart.CategoryTally;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.TagChange;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** The chart functions (section 4). */
final class ChartFunctions {
  private final Charts charts;
  private final SharedAnswers lists;

  ChartFunctions(Charts charts, SharedAnswers lists) {
    this.charts = charts;
    this.lists = lists;
  }

  private record ListOf(WorkspaceId workspace, String base) {}

  Answer list(Call call) {
    TmtData.none(call);
    ListOf list = new ListOf(call.workspace(), call.base());
    return TmtAnswers.large(
        lists,
        list,
        "Listado de Venues en Seatsio",
        json -> {
          json.writeArrayFieldStart("charts");
          AllPages.<Chart>tell(
              page -> charts.list(list.workspace(), page),
              Chart::id,
              some -> {
                for (Chart each : some) {
                  write(json, list.base(), each);
                }
              });
          json.writeEndArray();
        });
  }

  /** One chart, though its member is called {@code charts}. */
  Answer published(Call call) {
    TmtData data = TmtData.of(call);
    String key = chart(data);
    data.check();
    return TmtAnswers.of(
        charts.find(call.workspace(), key),
        chart ->
            chart.publishedVersion() == null
                ? TmtAnswers.refused(List.of(new Refusal.ChartNotPublished()))
                : one("Chart publicado", "charts", call, chart));
  }

  Answer objects(Call call) {
    TmtData data = TmtData.of(call);
    String key = chart(data);
    data.check();
    return TmtAnswers.of(
        charts.tallies(call.workspace(), key),
        tallies ->
            TmtAnswers.ok(
                "Objetos del chart",
                json -> {
                  json.writeObjectFieldStart("objects");
                  for (CategoryTally each : tallies) {
                    write(json, each);
                  }
                  json.writeEndObject();
                }));
  }

  private static void write(JsonGenerator json, CategoryTally tally) throws IOException {
    String label = tally.label();
    json.writeObjectFieldStart(label == null ? "" : label);
    json.writeNumberField("count", tally.places());
    json.writeObjectFieldStart("byStatus");
    json.writeNumberField("available", tally.places());
    json.writeEndObject();
    json.writeObjectFieldStart("byObjectType");
    if (tally.seats() > 0) {
      json.writeNumberField("seat", tally.seats());
    }
    if (tally.areas() > 0) {
      json.writeNumberField("generalAdmission", tally.areaPlaces());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  Answer addTags(Call call) {
    return tags(call, "Etiquetas añadidas", sent -> new TagChange(sent, List.of()));
  }

  Answer removeTags(Call call) {
    return tags(call, "Etiquetas eliminadas", sent -> new TagChange(List.of(), sent));
  }

  private Answer tags(Call call, String message, Function<List<String>, TagChange> change) {
    TmtData data = TmtData.of(call);
    String key = chart(data);
    List<String> sent = data.members().texts("tags", TagChange.MAX_TAGS, TagChange.MAX_LENGTH);
    data.check();
    return call.change(
        () -> charts.changeTags(call.workspace(), key, change.apply(sent)),
        outcome ->
            TmtAnswers.of(
                outcome,
                _ ->
                    TmtAnswers.ok(
                        message,
                        json -> {
                          json.writeArrayFieldStart("tags");
                          for (String each : sent) {
                            json.writeString(each);
                          }
                          json.writeEndArray();
                        })));
  }

  Answer copy(Call call) {
    TmtData data = TmtData.of(call);
    String key = chart(data);
    data.check();
    return call.change(
        () -> charts.copy(call.workspace(), key),
        outcome -> TmtAnswers.of(outcome, copy -> one("Chart copiado", "chart", call, copy)));
  }

  private static String chart(TmtData data) {
    return data.members().text("chart_id", 1, Layout.MAX_LABEL);
  }

  private static Answer one(String message, String member, Call call, Chart chart) {
    return TmtAnswers.ok(
        message,
        json -> {
          json.writeFieldName(member);
          write(json, call.base(), chart);
        });
  }

  private static void write(JsonGenerator json, String base, Chart chart) throws IOException {
    boolean published = chart.publishedVersion() != null;
    json.writeStartObject();
    json.writeNumberField("id", chart.id());
    json.writeStringField("key", chart.key());
    json.writeStringField("name", chart.name());
    json.writeStringField("status", published ? "published" : "draft");
    json.writeArrayFieldStart("tags");
    for (String tag : chart.tags()) {
      json.writeString(tag);
    }
    json.writeEndArray();
    json.writeStringField(
        "publishedVersionThumbnailUrl",
        published ? base + "/charts/" + chart.key() + "/thumbnail.svg" : null);
    json.writeNullField("draftVersionThumbnailUrl");
    json.writeEndObject();
  }
}

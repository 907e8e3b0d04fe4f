package dev.holdfast.http.seatsio.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a chart is made of (section 23): object by object, and in numbers. Everything is written as
 * it comes.
 */
public final class ChartReport {
  /** What details are grouped by. */
  public static final Set<Dimension> DETAILS =
      Set.of(
          Dimension.LABEL,
          Dimension.OBJECT_TYPE,
          Dimension.CATEGORY_KEY,
          Dimension.CATEGORY_LABEL,
          Dimension.SECTION,
          Dimension.ZONE);

  /** What summaries are grouped by. */
  public static final Set<Dimension> SUMMARIES =
      Set.of(
          Dimension.OBJECT_TYPE,
          Dimension.CATEGORY_KEY,
          Dimension.CATEGORY_LABEL,
          Dimension.SECTION,
          Dimension.ZONE);

  private static final List<Dimension> COUNTED =
      List.of(
          Dimension.CATEGORY_KEY,
          Dimension.CATEGORY_LABEL,
          Dimension.SECTION,
          Dimension.OBJECT_TYPE,
          Dimension.ZONE);

  private final List<PricedSpot> objects;
  private final Venue venue;
  private final List<Category> categories;

  /** A report on what stands in a chart. */
  public ChartReport(Houses.OfChart chart, TablesShown tables) {
    this.venue = chart.venue();
    this.categories = chart.categories();
    this.objects = priced(venue, new CategoryLabels(categories), tables);
  }

  private static List<PricedSpot> priced(Venue venue, CategoryLabels labels, TablesShown tables) {
    List<PricedSpot> objects = new ArrayList<>(venue.spots().size());
    for (Spot spot : tables.of(venue)) {
      objects.add(labels.priced(spot, spot.category()));
    }
    return objects;
  }

  /**
   * Objects by group, in each group as they were drawn.
   *
   * @param by one of {@link #DETAILS}
   */
  public void writeDetail(JsonGenerator json, Dimension by) throws IOException {
    List<String> always = by == Dimension.OBJECT_TYPE ? Standards.OBJECT_TYPES : List.of();
    new Groups<>(objects, by::groupOf, always).write(json, ChartReport::write);
  }

  /**
   * In numbers: an area counts its places, all else one.
   *
   * @param by one of {@link #SUMMARIES}
   */
  public void writeSummary(JsonGenerator json, Dimension by) throws IOException {
    Tally tally = new Tally(COUNTED);
    for (PricedSpot each : objects) {
      List<String> kind = COUNTED.stream().map(dimension -> dimension.groupOf(each)).toList();
      tally.add(kind, each.spot().size().places());
    }
    tally.write(json, by, Standards.ofChart(by, venue, categories), false);
  }

  private static void write(JsonGenerator json, PricedSpot priced) throws IOException {
    Spot spot = priced.spot();
    json.writeStartObject();
    SpotJson.names(json, priced);
    SpotJson.category(json, priced);
    json.writeStringField("objectType", priced.objectType());
    SpotJson.whereabouts(json, spot);
    switch (spot.kind()) {
      case SEAT -> SpotJson.traits(json, spot);
      case TABLE -> SpotJson.table(json, spot);
      case AREA -> {
        json.writeNumberField("capacity", spot.size().places());
        json.writeBooleanField("bookAsAWhole", spot.size().asAWhole());
      }
      case BOOTH -> {}
    }
    SpotJson.view(json, spot);
    json.writeEndObject();
  }
}

package dev.holdfast.http.v1;

import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.port.LayoutNotation;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.v1.layout.LayoutWriter;
import dev.holdfast.http.v1.layout.StoredText;

/** The v1 notation of a layout, as {@link V1Layouts} stores it. */
public final class V1LayoutNotation implements LayoutNotation {
  /** Its name. */
  public static final String NAME = "v1";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Layout read(String text) {
    return StoredText.read(Json.parseStored(text)).layout();
  }

  @Override
  public Venue venue(String text) {
    return StoredText.read(Json.parseStored(text)).venue();
  }

  /** What the chart itself sells, as far as the notation has words for it. */
  @Override
  public String write(Layout layout, Venue venue) {
    return Json.text(LayoutWriter.of(layout, venue));
  }
}

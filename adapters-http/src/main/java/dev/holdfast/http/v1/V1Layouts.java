package dev.holdfast.http.v1;

import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.InvalidRequest;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.v1.layout.FullLayout;
import dev.holdfast.http.v1.layout.LayoutForm;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Layouts on their way in. Their form is checked, and they are stored written out: shorthand
 * expanded, categories inherited, every place with its label in the whole chart. Whether a layout
 * can be sold is asked when it is published.
 */
public final class V1Layouts {
  /** A chart nobody has drawn yet. */
  static final NewDraft EMPTY = stored(FullLayout.empty());

  private V1Layouts() {}

  /**
   * The layout in a text.
   *
   * @throws InvalidRequest when it is none, with errors by dot path
   */
  public static NewDraft draft(String text) {
    BodyReader layout = BodyReader.of(Json.parse(text.getBytes(StandardCharsets.UTF_8), true));
    LayoutForm.check(layout);
    layout.check();
    return stored(FullLayout.of(layout.node()));
  }

  /**
   * The layout that stands in a body; notes what is wrong with it.
   *
   * @return empty when there is none, or when anything of the body is wrong
   */
  static Optional<NewDraft> draft(BodyReader body, String member) {
    Optional<BodyReader> layout = body.optionalObject(member);
    layout.ifPresent(LayoutForm::check);
    return layout.filter(BodyReader::sound).map(sound -> stored(FullLayout.of(sound.node())));
  }

  /** A stored layout as v1 shows it, whatever notation it was drawn in. */
  static StoredLayout in(Charts charts, StoredLayout layout) {
    return charts.in(V1LayoutNotation.NAME, layout);
  }

  private static NewDraft stored(FullLayout layout) {
    return new NewDraft(V1LayoutNotation.NAME, Json.text(layout));
  }
}

package dev.holdfast.http.v1.layout;

import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.LayoutNotation;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.Json;
import java.util.Optional;

/**
 * The v1 notation of a layout. A layout is checked for its form when it comes in and stored written
 * out: shorthand expanded, categories inherited, every place with its label in the whole chart.
 * Whether it can be sold is asked when it is published.
 */
public final class V1LayoutNotation implements LayoutNotation {
  private static final String NAME = "v1";

  /** A chart nobody has drawn yet. */
  public static final NewDraft EMPTY = new NewDraft(NAME, Json.text(FullLayout.empty()));

  /**
   * The layout that stands in a body; notes what is wrong with it.
   *
   * @return empty when there is none, or when anything of the body is wrong
   */
  public static Optional<NewDraft> draft(BodyReader body, String member) {
    Optional<BodyReader> layout = body.optionalObject(member);
    layout.ifPresent(LayoutForm::check);
    return layout
        .filter(BodyReader::sound)
        .map(sound -> new NewDraft(NAME, Json.text(FullLayout.of(sound.node()))));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Layout read(String text) {
    return StoredText.read(Json.parseStored(text));
  }
}

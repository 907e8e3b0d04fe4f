package dev.holdfast.http.thumbnail;

import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.http.memory.Compressed;
import dev.holdfast.http.memory.PackedJson;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Envelope;
import dev.holdfast.http.route.Route;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Pictures of published charts, for whoever knows a chart's key: an image on a page sends no API
 * key, and a chart's key cannot be guessed. Drawn once a version, and kept with the layouts.
 */
public final class ThumbnailRoutes {
  /** What a picture is. */
  public static final String TYPE = "image/svg+xml";

  /** Grows when the same layout is drawn otherwise than before. */
  private static final int RENDERING = 1;

  /** What a key that the service made looks like, and a few more. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Charts charts;
  private final SharedAnswers answers;
  private final Map<String, Function<String, Sketch>> notations;

  private ThumbnailRoutes(
      Charts charts, SharedAnswers answers, Map<String, Function<String, Sketch>> notations) {
    this.charts = charts;
    this.answers = answers;
    this.notations = notations;
  }

  /** All that a picture depends on. */
  private record Picture(LayoutVersion layout) {}

  /**
   * The routes to the pictures.
   *
   * @param notations readers of stored layouts, by the name of their notation
   */
  public static List<Route> of(
      Charts charts, SharedAnswers answers, Map<String, Function<String, Sketch>> notations) {
    ThumbnailRoutes routes = new ThumbnailRoutes(charts, answers, notations);
    return List.of(Route.get("/charts/{chartKey}/thumbnail.svg", Access.OPEN, routes::picture));
  }

  private Answer picture(Call call) {
    String key = call.path("chartKey");
    Optional<LayoutVersion> layout =
        KEY.matcher(key).matches() ? charts.publishedAnywhere(key) : Optional.empty();
    return layout
        .map(version -> picture(version, call.header("If-None-Match")))
        .orElseGet(ThumbnailRoutes::unknown);
  }

  private Answer picture(LayoutVersion layout, Optional<String> known) {
    // Weak: the same picture goes out compressed and plain.
    String name = '"' + "t" + RENDERING + "-" + layout.chart() + "-" + layout.version() + '"';
    String tag = "W/" + name;
    if (known.map(tags -> tags.equals("*") || tags.contains(name)).orElse(false)) {
      return withHeaders(Answer.notModified(), tag);
    }
    Outcome<PackedJson> picture = answers.answer(new Picture(layout), () -> draw(layout));
    return switch (picture) {
      case Outcome.Accepted<PackedJson>(PackedJson packed) ->
          withHeaders(Answer.packed(TYPE, packed), tag);
      // It was published anew or taken back between two questions.
      case Outcome.Refused<PackedJson> _, Outcome.Repeated<PackedJson> _ -> unknown();
    };
  }

  private Outcome<Compressed> draw(LayoutVersion version) {
    return charts
        .layout(version)
        .filter(layout -> notations.containsKey(layout.notation()))
        .map(layout -> answers.kept(new Picture(version), () -> draw(layout)))
        .map(Compressed::timeless)
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(new Refusal.UnknownChart()));
  }

  private byte[] draw(StoredLayout layout) {
    Function<String, Sketch> notation =
        Objects.requireNonNull(notations.get(layout.notation()), layout.notation());
    return compressed(notation.apply(layout.text()));
  }

  /** The picture of a sketch, compressed. */
  public static byte[] compressed(Sketch sketch) {
    return PackedJson.compressText(SvgPicture.of(sketch));
  }

  /** The picture may be shown anywhere, and whatever it says it runs nothing and loads nothing. */
  private static Answer withHeaders(Answer answer, String tag) {
    return answer
        .with("ETag", tag)
        .with("Cache-Control", "public, max-age=60")
        .with("Content-Security-Policy", "default-src 'none'; style-src 'none'; sandbox")
        .with("Cross-Origin-Resource-Policy", "cross-origin");
  }

  private static Answer unknown() {
    return Envelope.notFound("Chart not found");
  }
}

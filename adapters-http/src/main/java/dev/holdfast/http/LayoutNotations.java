package dev.holdfast.http;

import dev.holdfast.domain.port.LayoutNotation;
import dev.holdfast.http.seatsio.drawing.DrawingSketch;
import dev.holdfast.http.seatsio.drawing.SeatsioNotation;
import dev.holdfast.http.thumbnail.Sketch;
import dev.holdfast.http.v1.V1LayoutNotation;
import dev.holdfast.http.v1.layout.StoredSketch;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every notation that layouts are stored in. */
public final class LayoutNotations {
  private LayoutNotations() {}

  /** All of them. */
  public static List<LayoutNotation> all() {
    return List.of(new V1LayoutNotation(), new SeatsioNotation());
  }

  /** What reads a stored layout for a picture, by the notation's name. */
  static Map<String, Function<String, Sketch>> sketches() {
    return Map.of(
        V1LayoutNotation.NAME, StoredSketch::read, SeatsioNotation.NAME, DrawingSketch::read);
  }
}

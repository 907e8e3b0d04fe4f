package dev.holdfast.http.seatsio.drawing;

import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.port.LayoutNotation;

/** The drawings of the seats.io dialect, sections 10 and 11. */
public final class SeatsioNotation implements LayoutNotation {
  /** Its name. */
  public static final String NAME = "seatsio";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Layout read(String text) {
    return DrawnHouse.of(DrawingReader.read(text)).layout();
  }

  @Override
  public Venue venue(String text) {
    return DrawnHouse.of(DrawingReader.read(text)).venue();
  }

  @Override
  public String write(Layout layout, Venue venue) {
    return DrawingWriter.text(layout, venue);
  }

  /** seats.io publishes what it finds flaws in, and even what is empty (section 9). */
  @Override
  public boolean publishesDespiteProblems() {
    return true;
  }
}

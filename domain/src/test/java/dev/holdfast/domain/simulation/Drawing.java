package dev.holdfast.domain.simulation;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.GeneralAdmissionArea;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Place;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.LayoutNotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The notation of the house: its objects by name, areas with their places, as in {@code "A-1 A-2
 * pit*6"}. Seats whose numbers follow each other stand side by side; those nearest to A-1 are the
 * best.
 */
final class Drawing implements LayoutNotation {
  private static final String NAME = "house";
  private static final String ROW = "A-";

  /** A draft of what is to be sold. */
  static NewDraft of(SeatingPlan plan) {
    return new NewDraft(
        NAME, plan.objects().values().stream().map(Drawing::word).collect(Collectors.joining(" ")));
  }

  private static String word(Bookable object) {
    return switch (object) {
      case Bookable.NamedSeat seat -> seat.label();
      case Bookable.Places area -> area.label() + "*" + area.capacity();
    };
  }

  /** Whether two seats stand side by side. */
  static boolean areNeighbours(String left, String right) {
    return number(left) + 1 == number(right);
  }

  private static int number(String seat) {
    return Integer.parseInt(seat.substring(ROW.length()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Layout read(String text) {
    List<Place> seats = new ArrayList<>();
    List<GeneralAdmissionArea> areas = new ArrayList<>();
    venue(text)
        .spots()
        .values()
        .forEach(spot -> {
          if (spot.kind() == Spot.Kind.AREA) {
            int places = spot.size().places();
            areas.add(
                new GeneralAdmissionArea(
                    spot.label(), spot.label(), places, spot.category(), List.of()));
          } else {
            seats.add(new Place(spot.label(), spot.label(), spot.category()));
          }
        });
    return new Layout(List.of(), seats, areas);
  }

  @Override
  public Venue venue(String text) {
    List<String> words = text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    Map<String, Spot> spots = new LinkedHashMap<>();
    for (String word : words) {
      String[] parts = word.split("\\*", -1);
      Spot spot = parts.length == 1 ? seat(word, words) : area(parts[0], parts[1]);
      spots.put(spot.label(), spot);
    }
    return new Venue(spots, List.of());
  }

  private static Spot area(String name, String places) {
    Spot.Size size = new Spot.Size(Integer.parseInt(places), 0, false, false, 1);
    Spot.Standing standing = new Spot.Standing(0, 9, null, null, null, 9.0, null, null);
    return new Spot(
        name, Spot.Kind.AREA, Spot.Naming.alone(name), standing, "standing", Set.of(), size);
  }

  private static Spot seat(String label, List<String> words) {
    int number = number(label);
    Spot.Naming naming =
        new Spot.Naming("" + number, null, "A", null, Spot.ParentKind.ROW, null, null);
    Spot.Standing standing =
        new Spot.Standing(
            number,
            0,
            null,
            null,
            null,
            (double) number,
            beside(number - 1, words),
            beside(number + 1, words));
    return new Spot(label, Spot.Kind.SEAT, naming, standing, "gold", Set.of(), Spot.Size.ONE);
  }

  private static @Nullable String beside(int number, List<String> words) {
    return words.contains(ROW + number) ? ROW + number : null;
  }

  @Override
  public String write(Layout layout, Venue venue) {
    throw new UnsupportedOperationException("nobody draws the house anew");
  }
}

package dev.holdfast.domain.reservation;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.port.LayoutNotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The notation of a hall's layout, whose text says nothing: what stands where follows from what was
 * published. Seat A-1 stands in row A.
 */
record HallNotation(Hall hall) implements LayoutNotation {
  @Override
  public String name() {
    return "v1";
  }

  @Override
  public Layout read(String text) {
    // Of categories only: what is sold, the plan says.
    return new Layout(List.of(), List.of(), List.of());
  }

  @Override
  public Venue venue(String text) {
    Map<String, Spot> spots = new LinkedHashMap<>();
    hall.plan().every().forEach(object -> spots.put(object.label(), spot(object)));
    return new Venue(spots, List.of());
  }

  private static Spot spot(Bookable object) {
    return switch (object) {
      case Bookable.Places area ->
          spot(
              area.label(),
              Spot.Kind.AREA,
              Spot.Naming.alone(area.label()),
              new Spot.Size(area.capacity(), 0, false, false, 1));
      case Bookable.NamedSeat seat when seat.isTable() ->
          spot(
              seat.label(),
              Spot.Kind.TABLE,
              Spot.Naming.alone(seat.label()),
              new Spot.Size(1, 1, seat.usual(), false, 1));
      case Bookable.NamedSeat seat ->
          spot(seat.label(), Spot.Kind.SEAT, naming(seat), Spot.Size.ONE);
    };
  }

  private static Spot.Naming naming(Bookable.NamedSeat seat) {
    int dash = seat.label().lastIndexOf('-');
    String table = seat.table();
    return new Spot.Naming(
        seat.label().substring(dash + 1),
        null,
        seat.label().substring(0, dash),
        null,
        table == null ? Spot.ParentKind.ROW : Spot.ParentKind.TABLE,
        null,
        null);
  }

  private static Spot spot(String label, Spot.Kind kind, Spot.Naming naming, Spot.Size size) {
    Spot.Standing somewhere = new Spot.Standing(0, 0, null, null, null, null, null, null);
    return new Spot(label, kind, naming, somewhere, "gold", Set.of(), size);
  }

  @Override
  public String write(Layout layout, Venue venue) {
    throw new UnsupportedOperationException();
  }
}

package dev.holdfast.domain.choice;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.GeneralAdmissionArea;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Place;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Kind;
import dev.holdfast.domain.chart.Spot.Naming;
import dev.holdfast.domain.chart.Spot.ParentKind;
import dev.holdfast.domain.chart.Spot.Size;
import dev.holdfast.domain.chart.Spot.Standing;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.LayoutNotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stalls before a stage, and a pit behind them, for tests. Rows are {@code R1} to {@code Rn} from
 * the stage on, seats {@code R1-1} and so on. The front half is gold, the rest silver, the pit
 * {@code standing}.
 */
public record Stalls(int rows, int seats, int places) {
  private static final List<Category> CATEGORIES =
      List.of(
          new Category("gold", "Gold"),
          new Category("silver", "Silver"),
          new Category("standing", "Standing"));

  /** {@code 3x6}, or {@code 3x6+10} with a pit of ten places. */
  public static Stalls of(String text) {
    String[] parts = text.split("[x+]", -1);
    int places = parts.length == 3 ? Integer.parseInt(parts[2]) : 0;
    return new Stalls(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), places);
  }

  /** A seat's label. */
  public static String label(int row, int seat) {
    return "R" + row + "-" + seat;
  }

  /** As a draft in the {@link Reader}'s notation. */
  public NewDraft draft() {
    return new NewDraft(Reader.NAME, rows + "x" + seats + "+" + places);
  }

  public SeatingPlan plan() {
    return layout().plan();
  }

  private Layout layout() {
    List<Place> seatsInRows = new ArrayList<>();
    for (int row = 1; row <= rows; row++) {
      for (int seat = 1; seat <= seats; seat++) {
        seatsInRows.add(new Place("rows." + row, label(row, seat), category(row)));
      }
    }
    return new Layout(
        CATEGORIES,
        seatsInRows,
        places == 0
            ? List.of()
            : List.of(new GeneralAdmissionArea("pit", "pit", places, "standing", List.of())));
  }

  private String category(int row) {
    return 2 * row <= rows + 1 ? "gold" : "silver";
  }

  /** Where everything stands. */
  public Venue venue() {
    Map<String, Spot> spots = new LinkedHashMap<>();
    for (int row = 1; row <= rows; row++) {
      for (int seat = 1; seat <= seats; seat++) {
        spots.put(label(row, seat), seat(row, seat));
      }
    }
    if (places > 0) {
      Size size = new Size(places, 0, false, false, 1);
      Standing standing = standing(rows + 1.0, null, null);
      spots.put(
          "pit",
          new Spot("pit", Kind.AREA, Naming.alone("pit"), standing, "standing", Set.of(), size));
    }
    return new Venue(spots, List.of());
  }

  private Spot seat(int row, int seat) {
    Naming naming = new Naming("" + seat, null, "R" + row, null, ParentKind.ROW, null, null);
    Standing standing =
        standing(
            Math.hypot(row, seat - (seats + 1) / 2.0),
            seat == 1 ? null : label(row, seat - 1),
            seat == seats ? null : label(row, seat + 1));
    return new Spot(
        label(row, seat), Kind.SEAT, naming, standing, category(row), Set.of(), Size.ONE);
  }

  private static Standing standing(double far, @Nullable String left, @Nullable String right) {
    return new Standing(0, 0, null, null, null, far, left, right);
  }

  /** The same made ready for choices. */
  public Seating seating() {
    return Seating.of(venue(), CATEGORIES);
  }

  /** Reads them; counts how often a venue was read. */
  public static final class Reader implements LayoutNotation {
    static final String NAME = "stalls";
    public final AtomicInteger venuesRead = new AtomicInteger();

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public Layout read(String text) {
      return of(text).layout();
    }

    @Override
    public Venue venue(String text) {
      venuesRead.incrementAndGet();
      return of(text).venue();
    }

    @Override
    public String write(Layout layout, Venue venue) {
      throw new UnsupportedOperationException("nobody draws stalls anew");
    }
  }
}

package dev.holdfast.domain.catalog;

import static dev.holdfast.domain.catalog.CatalogRig.accepted;
import static dev.holdfast.domain.catalog.CatalogRig.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.LayoutProblem;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.LayoutNotation;
import dev.holdfast.domain.refusal.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Layouts of several notations. */
final class NotationsTest {
  /** Labels with commas between, sold whatever is wrong with them. */
  private static final class Commas implements LayoutNotation {
    private final Drawer blanks = new Drawer();

    @Override
    public String name() {
      return "commas";
    }

    @Override
    public Layout read(String text) {
      return blanks.read(text.replace(',', ' '));
    }

    @Override
    public Venue venue(String text) {
      return blanks.venue(text.replace(',', ' '));
    }

    @Override
    public String write(Layout layout, Venue venue) {
      return blanks.write(layout, venue).replace(' ', ',');
    }

    @Override
    public boolean publishesDespiteProblems() {
      return true;
    }
  }

  private static final Notations NOTATIONS = new Notations(List.of(new Drawer(), new Commas()));

  private static StoredLayout stored(String notation, String text) {
    return new StoredLayout("hall", 3, notation, text);
  }

  @Test
  void a_layout_is_put_into_another_notation() {
    assertEquals(stored("commas", "A-1,A-2"), NOTATIONS.in("commas", stored("labels", "A-1 A-2")));
    assertEquals(stored("labels", "B C"), NOTATIONS.in("labels", stored("commas", "B,C")));
  }

  @Test
  void a_layout_in_the_notation_that_is_asked_for_is_left_alone() {
    StoredLayout layout = stored("labels", "A-1  A-2");
    assertSame(layout, NOTATIONS.in("labels", layout));
  }

  @Test
  void each_layout_is_read_in_its_own_notation() {
    assertEquals(2, NOTATIONS.layout(stored("commas", "A-1,A-2")).places().size());
    assertEquals(1, NOTATIONS.layout(stored("labels", "A-1,A-2")).places().size());
    assertEquals(
        Set.of("A-1", "A-2"), NOTATIONS.venue(stored("commas", "A-1,A-2")).spots().keySet());
  }

  @Test
  void a_notation_that_nobody_knows_is_trouble() {
    StoredLayout layout = stored("v99", "A-1");
    assertThrows(NullPointerException.class, () -> NOTATIONS.layout(layout));
    assertThrows(NullPointerException.class, () -> NOTATIONS.in("labels", layout));
  }

  @Test
  void some_notations_publish_despite_problems_and_others_do_not() {
    assertEquals(
        new Refusal.UnpublishableLayout(
            List.of(new LayoutProblem.DuplicateLabel("seats.1.label", "A", "seats.0.label"))),
        refused(NOTATIONS.plan(stored("labels", "A A"))));
    SeatingPlan plan = accepted(NOTATIONS.plan(stored("commas", "A,A,B")));
    assertEquals(Set.of("A", "B"), plan.objects().keySet());
    assertEquals(
        new Refusal.UnpublishableLayout(List.of(new LayoutProblem.Empty())),
        refused(NOTATIONS.plan(stored("labels", ""))));
    assertEquals(Set.of(), accepted(NOTATIONS.plan(stored("commas", ""))).objects().keySet());
  }

  @Test
  void no_notation_publishes_what_is_too_large() {
    int size = Layout.MAX_OBJECTS + 1;
    String labels =
        IntStream.range(0, size).mapToObj(Integer::toString).collect(Collectors.joining(","));
    assertEquals(
        new Refusal.UnpublishableLayout(List.of(new LayoutProblem.TooManyObjects(size))),
        refused(NOTATIONS.plan(stored("commas", "0,0," + labels.substring(4)))));
  }

  @Test
  void a_chart_tells_where_its_published_objects_stand() {
    CatalogRig rig = new CatalogRig();
    long chart = accepted(rig.charts.find(rig.ours, rig.publishedChart("A-1 A-2"))).id();
    assertEquals(
        Optional.of(Set.of("A-1", "A-2")),
        rig.charts.venue(new LayoutVersion(chart, 1)).map(venue -> venue.spots().keySet()));
    assertEquals(Optional.empty(), rig.charts.venue(new LayoutVersion(chart, 2)));
    assertEquals(Optional.of(Venue.EMPTY), rig.charts.venue(new LayoutVersion(chart, 0)));
  }

  @Test
  void a_chart_is_told_in_any_notation() {
    CatalogRig rig = new CatalogRig();
    String key = rig.chart("A-1");
    StoredLayout draft = accepted(rig.charts.draft(rig.ours, key));
    assertSame(draft, rig.charts.in("labels", draft));
  }
}

package dev.holdfast.domain.catalog;

import static dev.holdfast.domain.catalog.CatalogRig.accepted;
import static dev.holdfast.domain.catalog.CatalogRig.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.catalog.Drawings.Redrawn;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.StagedChart;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Refusal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Drawing and selling without a step between. */
final class DrawingsTest {
  private final CatalogRig rig = new CatalogRig();
  private final Drawings drawings = rig.charts.drawings();

  private Chart created(String labels) {
    return accepted(drawings.create(rig.ours, "hall", "Hall", Drawer.draft(labels))).orElseThrow();
  }

  private StagedChart redrawn(String more) {
    return accepted(
            drawings.redraw(
                rig.ours,
                "hall",
                from -> Optional.of(new Redrawn(null, Drawer.draft(from.text() + " " + more)))))
        .orElseThrow();
  }

  private String published() {
    return accepted(drawings.published(rig.ours, "hall")).text();
  }

  @Test
  void a_new_chart_can_be_sold_at_once() {
    assertEquals(1, created("A-1").publishedVersion());
    accepted(rig.events.create(rig.ours, "hall", null));
    assertEquals("A-1", published());
  }

  @Test
  void a_key_that_is_taken_or_a_drawing_that_cannot_be_published_makes_no_chart() {
    created("A-1");
    assertEquals(
        Optional.empty(),
        accepted(drawings.create(rig.ours, "hall", "Other", Drawer.draft("A-1"))));
    assertInstanceOf(
        Refusal.UnpublishableLayout.class,
        refused(drawings.create(rig.ours, "other", "Other", Drawer.draft("A A"))));
    assertEquals(new Refusal.UnknownChart(), refused(rig.charts.find(rig.ours, "other")));
  }

  @Test
  void what_is_drawn_is_published_until_the_chart_is_sold() {
    created("A-1");
    assertFalse(redrawn("A-2").drafted());
    assertEquals("A-1 A-2", published());
    accepted(rig.events.create(rig.ours, "hall", null));
    StagedChart drafted = redrawn("A-3");
    assertTrue(drafted.used());
    assertTrue(drafted.drafted());
    assertEquals("A-1 A-2", published());
    assertEquals("A-1 A-2 A-3", accepted(drawings.current(rig.ours, "hall")).text());
    assertEquals(Optional.of(drafted), Optional.of(accepted(drawings.find(rig.ours, "hall"))));
  }

  @Test
  void an_edit_is_made_again_of_what_somebody_drew_meanwhile() {
    created("A-1");
    AtomicInteger asked = new AtomicInteger();
    accepted(
        drawings.redraw(
            rig.ours,
            "hall",
            from -> {
              if (asked.getAndIncrement() == 0) {
                accepted(rig.charts.update(rig.ours, "hall", null, Drawer.draft("B-1")));
              }
              return Optional.of(new Redrawn("New", Drawer.draft(from.text() + " C-1")));
            }));
    assertEquals(2, asked.get());
    assertEquals("B-1 C-1", published());
    assertEquals("New", accepted(rig.charts.find(rig.ours, "hall")).name());
  }

  @Test
  void an_edit_gives_up_where_others_never_stop_drawing() {
    created("A-1");
    assertThrows(
        StoreFailure.Unavailable.class,
        () ->
            drawings.redraw(
                rig.ours,
                "hall",
                from -> {
                  accepted(rig.charts.update(rig.ours, "hall", null, Drawer.draft("B-1")));
                  return Optional.of(new Redrawn(null, Drawer.draft("C-1")));
                }));
    assertEquals("A-1", published());
  }

  @Test
  void an_edit_that_is_none_changes_nothing() {
    Chart chart = created("A-1");
    assertEquals(
        Optional.empty(), accepted(drawings.redraw(rig.ours, "hall", _ -> Optional.empty())));
    assertEquals(chart, accepted(rig.charts.find(rig.ours, "hall")));
  }

  @Test
  void an_edit_that_cannot_be_published_changes_nothing() {
    Chart chart = created("A-1");
    assertInstanceOf(
        Refusal.UnpublishableLayout.class,
        refused(
            drawings.redraw(
                rig.ours, "hall", _ -> Optional.of(new Redrawn("x", Drawer.draft("A A"))))));
    assertEquals(chart, accepted(rig.charts.find(rig.ours, "hall")));
  }

  @Test
  void a_draft_is_discarded_with_its_name() {
    created("A-1");
    assertEquals(
        Optional.empty(),
        accepted(drawings.discardDraft(rig.ours, "hall", _ -> Optional.of("x"))),
        "there is no draft");
    accepted(rig.events.create(rig.ours, "hall", null));
    redrawn("A-2");
    StagedChart discarded =
        accepted(
                drawings.discardDraft(
                    rig.ours, "hall", published -> Optional.of("named " + published.text())))
            .orElseThrow();
    assertFalse(discarded.drafted());
    assertEquals("named A-1", discarded.chart().name());
    assertEquals("A-1", accepted(drawings.current(rig.ours, "hall")).text());
  }

  @Test
  void what_is_not_there_or_anothers_is_unknown() {
    created("A-1");
    Refusal unknown = new Refusal.UnknownChart();
    assertEquals(unknown, refused(drawings.find(rig.theirs, "hall")));
    assertEquals(unknown, refused(drawings.current(rig.theirs, "hall")));
    assertEquals(unknown, refused(drawings.published(rig.theirs, "hall")));
    assertEquals(unknown, refused(drawings.redraw(rig.theirs, "hall", _ -> Optional.empty())));
    assertEquals(
        unknown, refused(drawings.discardDraft(rig.theirs, "hall", _ -> Optional.empty())));
  }

  @Test
  void a_chart_that_is_not_published_has_nothing_that_is() {
    String key = rig.chart("A-1");
    assertEquals(new Refusal.ChartNotPublished(), refused(drawings.published(rig.ours, key)));
  }
}

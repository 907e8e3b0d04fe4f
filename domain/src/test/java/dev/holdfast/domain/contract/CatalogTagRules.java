package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.again;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.TagChange;
import dev.holdfast.domain.port.CatalogPort.TagAnswer;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** C67 to C73: tags of charts. */
public interface CatalogTagRules extends CatalogRules {
  private TagAnswer tag(WorkspaceId workspace, List<String> add, List<String> remove) {
    return catalog().changeTags(workspace, "hall", new TagChange(add, remove));
  }

  private Chart tagged(WorkspaceId workspace, List<String> add, List<String> remove) {
    Chart chart = assertInstanceOf(TagAnswer.Changed.class, tag(workspace, add, remove)).chart();
    assertEquals(Optional.of(chart), catalog().findChart(workspace, "hall"));
    return chart;
  }

  private static List<String> tags(int count) {
    return IntStream.range(0, count).mapToObj(each -> "tag-" + each).toList();
  }

  @Test
  default void C67_a_chart_has_its_tags_in_the_order_they_were_added_and_none_at_first() {
    WorkspaceId workspace = aWorkspace();
    Chart before = aPublishedChart(workspace, "hall");
    assertEquals(List.of(), before.tags());
    moveClock(Duration.ofMinutes(1));
    Chart after = tagged(workspace, List.of("sala", "norte"), List.of());
    assertEquals(List.of("sala", "norte"), after.tags());
    assertTrue(after.updatedAt().isAfter(before.updatedAt()));
    assertEquals(before.publishedAt(), after.publishedAt());
    assertEquals(1, after.draftVersion());
    assertEquals(List.of("sala", "norte", "a"), tagged(workspace, List.of("a"), List.of()).tags());
    assertEquals(
        List.of("sala", "norte", "a"),
        catalog().charts(workspace, new Page.Request(1, 10)).items().getFirst().tags());
  }

  @Test
  default void C68_adding_what_is_there_and_taking_what_is_not_change_nothing() {
    WorkspaceId workspace = aWorkspace();
    aChart(workspace, "hall");
    Chart before = tagged(workspace, List.of("sala", "sala", "norte"), List.of());
    assertEquals(List.of("sala", "norte"), before.tags());
    moveClock(Duration.ofMinutes(1));
    assertEquals(before, tagged(workspace, List.of("sala"), List.of()));
    assertEquals(before, tagged(workspace, List.of(), List.of("Sala", "sur", "")));
    assertEquals(before, tagged(workspace, List.of(), List.of()));
  }

  @Test
  default void C69_tags_are_taken_first_and_added_then() {
    WorkspaceId workspace = aWorkspace();
    aChart(workspace, "hall");
    tagged(workspace, List.of("a", "b", "c"), List.of());
    assertEquals(List.of("a", "c"), tagged(workspace, List.of(), List.of("b")).tags());
    assertEquals(List.of("c", "d", "a"), tagged(workspace, List.of("d", "a"), List.of("a")).tags());
    assertEquals(List.of(), tagged(workspace, List.of(), List.of("d", "c", "a")).tags());
  }

  @Test
  default void C70_a_chart_has_a_bounded_number_of_tags_and_one_too_many_changes_nothing() {
    WorkspaceId workspace = aWorkspace();
    aChart(workspace, "hall");
    List<String> most = tags(TagChange.MAX_TAGS);
    Chart full = tagged(workspace, most, List.of());
    assertEquals(most, full.tags());
    assertEquals(new TagAnswer.TooMany(), tag(workspace, List.of("more"), List.of()));
    assertEquals(
        new TagAnswer.TooMany(), tag(workspace, List.of("more", "most"), List.of("tag-0")));
    assertEquals(Optional.of(full), catalog().findChart(workspace, "hall"));
    assertEquals(full, tagged(workspace, most, List.of()));
    assertEquals("more", tagged(workspace, List.of("more"), List.of("tag-0")).tags().getLast());
  }

  @Test
  default void C71_a_chart_that_is_not_there_or_another_workspaces_has_no_tags_to_change() {
    WorkspaceId workspace = aWorkspace();
    assertEquals(new TagAnswer.NoSuchChart(), tag(workspace, List.of("a"), List.of()));
    Chart chart = aChart(workspace, "hall");
    WorkspaceId stranger = aWorkspace();
    assertEquals(new TagAnswer.NoSuchChart(), tag(stranger, List.of("a"), List.of()));
    assertEquals(new TagAnswer.NoSuchChart(), tag(stranger, tags(101), List.of()));
    assertEquals(Optional.of(chart), catalog().findChart(workspace, "hall"));
  }

  @Test
  default void C72_tags_of_every_kind_come_back_and_stay_through_other_changes() {
    WorkspaceId workspace = aWorkspace();
    aChart(workspace, "hall");
    List<String> odd =
        CatalogTextRules.ODD_TEXTS.stream().filter(TagChange::isTag).collect(Collectors.toList());
    odd.add("x".repeat(TagChange.MAX_LENGTH));
    assertEquals(odd, tagged(workspace, odd, List.of()).tags());
    redraw(workspace, "hall", "{}");
    catalog().updateChart(workspace, "hall", "Great hall", null);
    catalog().publish(workspace, "hall", 2, PLAN);
    assertEquals(odd, catalog().unpublish(workspace, "hall").orElseThrow().tags());
    assertEquals(List.of(), tagged(workspace, List.of(), odd).tags());
  }

  @Test
  default void C73_of_many_changes_at_once_none_is_lost() throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    aChart(workspace, "hall");
    List<String> wanted = tags(8);
    tagged(workspace, List.of("gone-0", "gone-1", "gone-2", "gone-3"), List.of());
    try (SeatLockCrowd crowd = new SeatLockCrowd(8)) {
      crowd.all(caller ->
          () ->
              again(() -> tag(workspace, List.of(wanted.get(caller)), List.of("gone-" + caller))));
    }
    Chart after = catalog().findChart(workspace, "hall").orElseThrow();
    assertEquals(Set.copyOf(wanted), Set.copyOf(after.tags()));
  }
}

package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.again;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.CatalogPort.DeleteAnswer;
import dev.holdfast.domain.port.CatalogPort.PublishAnswer;
import dev.holdfast.domain.port.EventPort.CreateEventAnswer;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** C57 to C61: many at once. */
public interface CatalogRaceRules extends CatalogRules {
  int CALLERS = 8;

  @Test
  default void C57_of_many_events_of_one_key_one_is_created() throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    try (SeatLockCrowd crowd = new SeatLockCrowd(CALLERS)) {
      List<CreateEventAnswer> answers =
          crowd.all(_ -> () -> again(() -> catalog().createEvent(workspace, "hall", "gala", null)));
      List<CreateEventAnswer> losers =
          answers.stream().filter(new CreateEventAnswer.KeyTaken()::equals).toList();
      assertEquals(CALLERS - 1, losers.size(), answers::toString);
    }
    assertEquals(1, catalog().events(workspace, new Page.Request(1, 10)).total());
  }

  @Test
  default void C58_of_many_charts_of_one_key_one_is_created() throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    try (SeatLockCrowd crowd = new SeatLockCrowd(CALLERS)) {
      List<Boolean> created = crowd.all(_ -> () -> again(() -> isCreated(workspace)));
      assertEquals(1, created.stream().filter(each -> each).count());
    }
    assertEquals(1, catalog().charts(workspace, new Page.Request(1, 10)).total());
  }

  private boolean isCreated(WorkspaceId workspace) {
    try {
      aChart(workspace, "hall");
      return true;
    } catch (StoreFailure.Rejected keyTaken) {
      return false;
    }
  }

  @Test
  default void C59_a_chart_is_never_deleted_from_under_a_new_event() throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    try (SeatLockCrowd crowd = new SeatLockCrowd(2)) {
      for (int round = 0; round < 20; round++) {
        String key = "hall-" + round;
        aPublishedChart(workspace, key);
        List<Object> answers =
            crowd.all(caller ->
                () ->
                    again(() ->
                        caller == 0
                            ? catalog().createEvent(workspace, key, key, null)
                            : catalog().deleteChart(workspace, key)));
        boolean deleted = answers.getLast() == DeleteAnswer.DELETED;
        assertEquals(deleted, answers.getFirst() instanceof CreateEventAnswer.NoSuchChart);
        assertEquals(deleted, catalog().findEvent(workspace, key).isEmpty());
        assertEquals(deleted, catalog().findChart(workspace, key).isEmpty());
      }
    }
  }

  @Test
  default void C60_every_draft_and_every_publication_gets_a_number_of_its_own()
      throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aChart(workspace, "hall");
    try (SeatLockCrowd crowd = new SeatLockCrowd(CALLERS)) {
      List<Integer> published =
          crowd.all(_ -> () -> again(() -> published(publish(workspace, chart))));
      assertEquals(numbers(1), new HashSet<>(published));
      List<Integer> drafts =
          crowd.all(
              caller -> () -> again(() -> redraw(workspace, "hall", "" + caller).draftVersion()));
      assertEquals(numbers(2), new HashSet<>(drafts));
    }
    Chart after = catalog().findChart(workspace, "hall").orElseThrow();
    assertEquals(CALLERS, after.publishedVersion());
    assertEquals(CALLERS + 1, after.draftVersion());
  }

  private static int published(Chart chart) {
    Integer version = chart.publishedVersion();
    return version == null ? 0 : version;
  }

  private static Set<Integer> numbers(int first) {
    return IntStream.range(first, first + CALLERS).boxed().collect(Collectors.toSet());
  }

  @Test
  default void C61_a_draft_that_changes_while_it_is_published_is_published_whole_or_not()
      throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    EventId event = anEvent(workspace, "hall", "gala").id();
    try (SeatLockCrowd crowd = new SeatLockCrowd(2)) {
      for (int round = 0; round < 20; round++) {
        String text = "draft of round " + round;
        int draft = redraw(workspace, "hall", text).draftVersion();
        List<Object> answers =
            crowd.all(caller ->
                () ->
                    again(() ->
                        caller == 0
                            ? catalog().publish(workspace, "hall", draft, PLAN)
                            : redraw(workspace, "hall", "later")));
        StoredLayout layout = catalog().publishedLayout(event).orElseThrow();
        boolean isPublished = answers.getFirst() instanceof PublishAnswer.Published;
        assertEquals(isPublished, layout.text().equals(text), layout::text);
        assertTrue(isPublished || answers.getFirst() instanceof PublishAnswer.DraftChanged);
      }
    }
  }
}

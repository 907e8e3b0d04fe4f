package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.CatalogRules.fresh;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort.DeleteAnswer;
import dev.holdfast.domain.port.EventPort.CreateEventAnswer;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * C38 to C47, C65 and C66: events and the list of them; what becomes of an event's ledger is among
 * the ledger's rules.
 */
public interface CatalogEventRules extends CatalogRules {
  @Test
  default void C38_a_new_event_sells_by_its_charts_published_version() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aPublishedChart(workspace, "hall");
    moveClock(Duration.ofMinutes(1));
    Event event = anEvent(workspace, "hall", "gala");
    assertEquals("gala", event.key());
    assertEquals("Winter gala", event.name());
    assertEquals("hall", event.chartKey());
    assertEquals(new LayoutVersion(chart.id(), 1), event.layout());
    assertEquals(event.createdAt(), event.updatedAt());
    assertTrue(event.createdAt().isAfter(chart.createdAt()));
    assertEquals(Optional.of(event), catalog().findEvent(workspace, "gala"));
  }

  @Test
  default void C39_an_event_needs_no_name() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    Event event =
        assertInstanceOf(
                CreateEventAnswer.Created.class,
                catalog().createEvent(workspace, "hall", "gala", null))
            .event();
    assertNull(event.name());
    assertEquals(Optional.of(event), catalog().findEvent(workspace, "gala"));
  }

  @Test
  default void C40_an_event_needs_a_chart_that_is_there_and_published() {
    WorkspaceId workspace = aWorkspace();
    aChart(workspace, "draft");
    aPublishedChart(workspace, "taken-back");
    catalog().unpublish(workspace, "taken-back");
    assertEquals(new CreateEventAnswer.NoSuchChart(), create(workspace, "none", "gala"));
    assertEquals(new CreateEventAnswer.ChartNotPublished(), create(workspace, "draft", "gala"));
    assertEquals(
        new CreateEventAnswer.ChartNotPublished(), create(workspace, "taken-back", "gala"));
    assertEquals(Optional.empty(), catalog().findEvent(workspace, "gala"));
    assertEquals(0, events(workspace, 1).total());
  }

  private CreateEventAnswer create(WorkspaceId workspace, String chart, String event) {
    return catalog().createEvent(workspace, chart, event, "Name");
  }

  @Test
  default void C41_a_key_names_one_event_of_a_workspace() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    aPublishedChart(workspace, "other");
    Event event = anEvent(workspace, "hall", "gala");
    assertEquals(new CreateEventAnswer.KeyTaken(), create(workspace, "hall", "gala"));
    assertEquals(new CreateEventAnswer.KeyTaken(), create(workspace, "other", "gala"));
    assertEquals(Optional.of(event), catalog().findEvent(workspace, "gala"));
    assertEquals(1, events(workspace, 1).total());
  }

  @Test
  default void C42_an_event_that_is_not_there_is_empty_everywhere() {
    WorkspaceId workspace = aWorkspace();
    assertEquals(Optional.empty(), catalog().findEvent(workspace, "none"));
    assertEquals(Optional.empty(), catalog().renameEvent(workspace, "none", "Name"));
    assertFalse(catalog().deleteEvent(workspace, "none"));
  }

  @Test
  default void C43_an_event_is_renamed_and_may_lose_its_name() {
    WorkspaceId workspace = aWorkspace();
    Event before = anEvent(workspace);
    Event other = anEvent(workspace);
    moveClock(Duration.ofMinutes(1));
    Event after = catalog().renameEvent(workspace, before.key(), "Spring gala").orElseThrow();
    assertEquals("Spring gala", after.name());
    assertEquals(before.id(), after.id());
    assertEquals(before.createdAt(), after.createdAt());
    assertTrue(after.updatedAt().isAfter(before.updatedAt()));
    assertEquals(Optional.of(after), catalog().findEvent(workspace, before.key()));
    assertNull(catalog().renameEvent(workspace, before.key(), null).orElseThrow().name());
    assertNull(catalog().findEvent(workspace, before.key()).orElseThrow().name());
    assertEquals(Optional.of(other), catalog().findEvent(workspace, other.key()));
  }

  @Test
  default void C44_events_are_listed_newest_first_and_by_key_within_an_instant() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    List<Event> events = new ArrayList<>();
    for (String key : List.of("b", "C", "a-2", "ä", "a-10", "d")) {
      events.add(anEvent(workspace, "hall", key));
    }
    moveClock(Duration.ofMinutes(1));
    events.add(anEvent(workspace, "hall", "c"));
    events.sort(Comparator.comparing(Event::createdAt).reversed().thenComparing(Event::key));
    assertEquals("c", events.getFirst().key());
    assertEquals(new Page<>(events, 7), catalog().events(workspace, new Page.Request(1, 10)));
  }

  @Test
  default void C45_pages_of_events_meet_without_gap_or_overlap() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    for (int i = 0; i < 3; i++) {
      anEvent(workspace, "hall", fresh("evt"));
    }
    List<Event> all = catalog().events(workspace, new Page.Request(1, 100)).items();
    assertEquals(3, all.size());
    assertEquals(new Page<>(all.subList(0, 2), 3), events(workspace, 1));
    assertEquals(new Page<>(all.subList(2, 3), 3), events(workspace, 2));
    assertEquals(new Page<>(List.of(), 3), events(workspace, 3));
    assertEquals(new Page<>(List.of(), 3), events(workspace, Integer.MAX_VALUE));
  }

  private Page<Event> events(WorkspaceId workspace, int page) {
    return catalog().events(workspace, new Page.Request(page, 2));
  }

  @Test
  default void C46_a_chart_that_an_event_uses_is_not_deleted() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aPublishedChart(workspace, "hall");
    anEvent(workspace, "hall", "gala");
    assertEquals(DeleteAnswer.IN_USE, catalog().deleteChart(workspace, "hall"));
    assertEquals(Optional.of(chart), catalog().findChart(workspace, "hall"));
    catalog().unpublish(workspace, "hall");
    assertEquals(DeleteAnswer.IN_USE, catalog().deleteChart(workspace, "hall"));
    catalog().deleteEvent(workspace, "gala");
    assertEquals(DeleteAnswer.DELETED, catalog().deleteChart(workspace, "hall"));
  }

  @Test
  default void C47_a_deleted_event_is_gone_and_its_key_free_but_its_number_is_not() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    Event event = anEvent(workspace, "hall", "gala");
    Event other = anEvent(workspace, "hall", "other");
    assertTrue(catalog().deleteEvent(workspace, "gala"));
    assertEquals(Optional.empty(), catalog().findEvent(workspace, "gala"));
    assertEquals(Optional.empty(), catalog().layoutOf(event.id()));
    assertEquals(Optional.empty(), catalog().publishedLayout(event.id()));
    assertEquals(new Page<>(List.of(other), 1), events(workspace, 1));
    assertFalse(catalog().deleteEvent(workspace, "gala"));
    assertTrue(catalog().deleteEvent(workspace, "other"));
    Event again = anEvent(workspace, "hall", "gala");
    assertNotEquals(event.id(), again.id());
    assertNotEquals(other.id(), again.id());
    assertEquals(Optional.empty(), catalog().layoutOf(event.id()));
  }

  @Test
  default void C65_an_event_keeps_the_day_it_was_given_whichever_that_is() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    List<LocalDate> days =
        List.of(
            Event.FIRST_DATE,
            LocalDate.of(1582, 10, 10),
            LocalDate.of(2028, 2, 29),
            LocalDate.of(2027, 3, 28),
            Event.LAST_DATE);
    for (LocalDate day : days) {
      CreateEventAnswer answer =
          catalog().createEvent(workspace, "hall", "on-" + day, "Winter gala", day);
      Event event = assertInstanceOf(CreateEventAnswer.Created.class, answer).event();
      assertEquals(day, event.date());
      assertEquals(Optional.of(event), catalog().findEvent(workspace, event.key()));
      assertTrue(catalog().events(workspace, new Page.Request(1, 10)).items().contains(event));
    }
  }

  @Test
  default void C66_another_name_leaves_the_day_and_an_event_needs_none() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    LocalDate day = LocalDate.of(2027, 2, 14);
    catalog().createEvent(workspace, "hall", "gala", "Winter gala", day);
    assertEquals(day, catalog().renameEvent(workspace, "gala", null).orElseThrow().date());
    assertEquals(day, catalog().findEvent(workspace, "gala").orElseThrow().date());
    assertNull(anEvent(workspace, "hall", "some-day").date());
    assertNull(catalog().findEvent(workspace, "some-day").orElseThrow().date());
  }
}

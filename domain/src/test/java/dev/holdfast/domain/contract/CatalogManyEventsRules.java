package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.again;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.NewEvent;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.port.EventPort;
import dev.holdfast.domain.port.EventPort.CreateEventsAnswer;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.port.Slice.Beside;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** C131 to C134 and C139 to C142: events created together, listed by number, moved to a copy. */
public interface CatalogManyEventsRules extends CatalogRules {
  private static List<NewEvent> keys(String... keys) {
    return Arrays.stream(keys).map(key -> new NewEvent(key, null, null)).toList();
  }

  /** Events of a chart named hall, in the order of their keys here. */
  private List<Event> created(WorkspaceId workspace, String... keys) {
    CreateEventsAnswer answer = catalog().createEvents(workspace, "hall", keys(keys));
    return assertInstanceOf(CreateEventsAnswer.Created.class, answer).events();
  }

  @Test
  default void C131_events_created_together_are_numbered_in_their_order() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    List<Event> events = created(workspace, "c", "a", "b");
    assertEquals(List.of("c", "a", "b"), events.stream().map(Event::key).toList());
    assertEquals(
        events.stream().sorted((one, two) -> one.id().compareTo(two.id())).toList(), events);
    for (Event each : events) {
      assertEquals(Optional.of(each), catalog().findEvent(workspace, each.key()));
      assertFalse(each.past());
    }
  }

  @Test
  default void C132_events_are_created_all_or_none() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    aChart(workspace, "draft");
    anEvent(workspace, "hall", "gala");
    EventPort events = catalog();
    assertEquals(
        new CreateEventsAnswer.KeyTaken("gala"),
        events.createEvents(workspace, "hall", keys("one", "gala", "two")));
    assertEquals(
        new CreateEventsAnswer.KeyTaken("one"),
        events.createEvents(workspace, "hall", keys("one", "two", "one")));
    assertEquals(
        new CreateEventsAnswer.NoSuchChart(),
        events.createEvents(workspace, "none", keys("one", "two")));
    assertEquals(
        new CreateEventsAnswer.ChartNotPublished(),
        events.createEvents(workspace, "draft", keys("one", "two")));
    assertEquals(1, events.events(workspace, new Page.Request(1, 10)).total());
    List<NewEvent> tooMany =
        IntStream.rangeClosed(0, EventPort.MAX_NEW_EVENTS)
            .mapToObj(i -> new NewEvent("e" + i, null, null))
            .toList();
    assertThrows(
        IllegalArgumentException.class, () -> events.createEvents(workspace, "hall", tooMany));
    assertThrows(
        IllegalArgumentException.class, () -> events.createEvents(workspace, "hall", List.of()));
    assertEquals(2, created(workspace, "one", "two").size());
  }

  private Slice<Event> slice(WorkspaceId workspace, int limit, Beside beside) {
    return catalog().events(workspace, new Slice.Request(limit, beside));
  }

  @Test
  default void C133_events_are_listed_beside_a_number_the_greatest_first() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    List<Event> all = created(workspace, "d", "a", "c", "b").reversed();
    anEvent(aWorkspace());
    assertEquals(new Slice<>(all, false, false), slice(workspace, 4, new Beside.Beginning()));
    for (int limit = 1; limit <= 5; limit++) {
      for (long id : ids(all)) {
        for (Beside beside :
            List.of(new Beside.Beginning(), new Beside.After(id), new Beside.Before(id))) {
          assertEquals(
              Slice.of(
                  all,
                  new Slice.Request(limit, beside),
                  Slice.Order.newestFirst(event -> event.id().value())),
              slice(workspace, limit, beside),
              limit + " " + beside);
        }
      }
    }
  }

  /** Those of the events, and such as are none. */
  private static List<Long> ids(List<Event> events) {
    List<Long> ids = new ArrayList<>(events.stream().map(event -> event.id().value()).toList());
    ids.addAll(List.of(0L, events.getFirst().id().value() + 1, 999_999_999_999_999_999L));
    return ids;
  }

  @Test
  default void C134_the_events_of_a_chart_are_listed_newest_first() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    aPublishedChart(workspace, "other");
    List<Event> newestFirst = created(workspace, "a", "c", "b").reversed();
    anEvent(workspace, "other", "x");
    assertEquals(newestFirst, catalog().eventsOfChart(workspace, "hall", 3));
    assertEquals(newestFirst.subList(0, 2), catalog().eventsOfChart(workspace, "hall", 2));
    assertEquals(List.of(), catalog().eventsOfChart(workspace, "none", 2));
    assertEquals(List.of(), catalog().eventsOfChart(aWorkspace(), "hall", 2));
    assertThrows(
        IllegalArgumentException.class, () -> catalog().eventsOfChart(workspace, "hall", 0));
  }

  private static EventChange change(
      @Nullable String key,
      @Nullable String name,
      @Nullable LocalDate date,
      @Nullable Boolean past) {
    return new EventChange(key, name, date, past, Optional.empty());
  }

  @Test
  default void C139_an_event_moved_to_a_copy_sells_it_alone() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aPublishedChart(workspace, "hall");
    Event event = anEvent(workspace, "hall", "gala");
    Event sibling = anEvent(workspace, "hall", "other");
    moveClock(Duration.ofMinutes(1));
    Event moved = catalog().moveToCopy(event.id(), "copy", "Copy of hall").orElseThrow();
    Chart copy = catalog().findChart(workspace, "copy").orElseThrow();
    assertEquals("Copy of hall", copy.name());
    assertNotEquals(chart.id(), copy.id());
    assertEquals("copy", moved.chartKey());
    assertEquals(new SoldBy(new LayoutVersion(copy.id(), 1), 0), moved.soldBy());
    assertEquals(Optional.of(moved.soldBy()), catalog().soldBy(event.id()));
    assertTrue(moved.updatedAt().isAfter(event.updatedAt()));
    assertEquals(event.id(), moved.id());
    assertEquals(Optional.of(sibling), catalog().findEvent(workspace, "other"));
    publish(workspace, chart);
    assertEquals(Optional.of(moved.layout()), catalog().layoutOf(event.id()));
    assertEquals(PLAN, catalog().plan(moved.layout()).orElseThrow());
  }

  @Test
  default void C140_an_event_is_moved_with_its_copy_or_not_at_all() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    aPublishedChart(workspace, "other");
    Event event = anEvent(workspace, "hall", "gala");
    assertThrows(
        StoreFailure.Rejected.class, () -> catalog().moveToCopy(event.id(), "other", "Copy"));
    assertEquals(Optional.of(event), catalog().findEvent(workspace, "gala"));
    assertEquals(
        Optional.empty(), catalog().moveToCopy(new EventId(Long.MAX_VALUE), "copy", "Copy"));
    assertEquals(Optional.empty(), catalog().findChart(workspace, "copy"));
  }

  @Test
  default void C141_a_broken_store_says_so_and_has_everything_afterwards() {
    WorkspaceId workspace = aWorkspace();
    Event event = anEvent(workspace);
    breakStore();
    List<Runnable> calls =
        List.of(
            () -> catalog().rules(event.id()),
            () -> catalog().soldBy(event.id()),
            () -> slice(workspace, 1, new Beside.Beginning()),
            () -> catalog().eventsOfChart(workspace, event.chartKey(), 1),
            () -> catalog().createEvents(workspace, event.chartKey(), keys("x", "y")),
            () -> catalog().changeEvent(event.id(), change("key", null, null, null)),
            () -> catalog().moveToCopy(event.id(), "copy", "Copy"));
    for (Runnable call : calls) {
      assertThrows(StoreFailure.class, call::run);
    }
    repairStore();
    assertEquals(
        new Slice<>(List.of(event), false, false),
        again(() -> slice(workspace, 9, new Beside.Beginning())));
    assertNull(catalog().findChart(workspace, "copy").orElse(null));
  }

  @Test
  default void C142_categories_of_many_layouts_are_read_at_once() {
    WorkspaceId workspace = aWorkspace();
    LayoutVersion hall = anEvent(workspace).layout();
    LayoutVersion other = anEvent(workspace).layout();
    LayoutVersion gone = new LayoutVersion(hall.chart(), hall.version() + 1);
    assertEquals(
        Map.of(hall, PLAN.categories(), other, PLAN.categories()),
        catalog().categories(Set.of(hall, other, gone)));
    assertEquals(Map.of(), catalog().categories(Set.of()));
  }
}

package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.again;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EditAllowance;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.NewEvent;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.port.EventPort;
import dev.holdfast.domain.port.EventPort.ChangeEventAnswer;
import dev.holdfast.domain.port.EventPort.CreateEventsAnswer;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** C135 to C138 and C143 to C146: events changed, one or several at once. */
public interface CatalogEventChangeRules extends CatalogRules {
  private static List<NewEvent> keys(String... keys) {
    return Arrays.stream(keys).map(key -> new NewEvent(key, null, null)).toList();
  }

  /** Events of a chart named hall, in the order of their keys here. */
  private List<Event> created(WorkspaceId workspace, String... keys) {
    CreateEventsAnswer answer = catalog().createEvents(workspace, "hall", keys(keys));
    return assertInstanceOf(CreateEventsAnswer.Created.class, answer).events();
  }

  private static EventChange change(
      @Nullable String key,
      @Nullable String name,
      @Nullable LocalDate date,
      @Nullable Boolean past) {
    return new EventChange(key, name, date, past, Optional.empty());
  }

  private Event changed(EventId event, EventChange change) {
    return assertInstanceOf(ChangeEventAnswer.Changed.class, catalog().changeEvent(event, change))
        .event();
  }

  @Test
  default void C135_what_a_change_does_not_name_stays() {
    WorkspaceId workspace = aWorkspace();
    Event event = anEvent(workspace);
    LocalDate day = LocalDate.of(2027, 5, 1);
    moveClock(Duration.ofMinutes(1));
    Event dated = changed(event.id(), change(null, null, day, null));
    assertEquals(day, dated.date());
    assertEquals("Winter gala", dated.name());
    assertTrue(dated.updatedAt().isAfter(event.updatedAt()));
    Event past = changed(event.id(), change(null, null, null, true));
    assertTrue(past.past());
    assertEquals(day, past.date());
    Event named = changed(event.id(), change(null, "Summer gala", null, null));
    assertEquals("Summer gala", named.name());
    assertTrue(named.past());
    assertFalse(changed(event.id(), change(null, null, null, false)).past());
    assertEquals(event.key(), named.key());
    assertEquals(0, named.rules());
  }

  @Test
  default void C136_a_change_of_nothing_leaves_the_time_of_the_last_one() {
    WorkspaceId workspace = aWorkspace();
    Event event = anEvent(workspace);
    moveClock(Duration.ofMinutes(1));
    assertEquals(event, changed(event.id(), EventChange.NOTHING));
    assertEquals(event, changed(event.id(), change(event.key(), event.name(), null, false)));
    assertEquals(Optional.of(event), catalog().findEvent(workspace, event.key()));
  }

  @Test
  default void C137_another_key_leaves_the_number_and_frees_the_old_key() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    Event event = anEvent(workspace, "hall", "gala");
    anEvent(workspace, "hall", "other");
    assertEquals(
        new ChangeEventAnswer.KeyTaken(),
        catalog().changeEvent(event.id(), change("other", "New name", null, null)));
    assertEquals(Optional.of(event), catalog().findEvent(workspace, "gala"));
    Event renamed = changed(event.id(), change("ball", null, null, null));
    assertEquals(event.id(), renamed.id());
    assertEquals(Optional.of(renamed), catalog().findEvent(workspace, "ball"));
    assertEquals(Optional.empty(), catalog().findEvent(workspace, "gala"));
    assertNotEquals(event.id(), anEvent(workspace, "hall", "gala").id());
    WorkspaceId stranger = aWorkspace();
    aPublishedChart(stranger, "hall");
    Event theirs = anEvent(stranger, "hall", "show");
    assertEquals("ball", changed(theirs.id(), change("ball", null, null, null)).key());
  }

  @Test
  default void C138_of_many_events_that_want_a_key_one_gets_it() throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    List<Event> events = created(workspace, "a", "b", "c", "d", "e", "f", "g", "h");
    try (SeatLockCrowd crowd = new SeatLockCrowd(events.size())) {
      List<ChangeEventAnswer> answers =
          crowd.all(caller ->
              () ->
                  again(() ->
                      catalog()
                          .changeEvent(events.get(caller).id(), change("best", null, null, null))));
      long losers = answers.stream().filter(new ChangeEventAnswer.KeyTaken()::equals).count();
      assertEquals(events.size() - 1, losers, answers::toString);
    }
  }

  @Test
  default void C143_events_are_changed_together_or_not_at_all() {
    WorkspaceId workspace = aWorkspace();
    Event one = anEvent(workspace);
    Event two = anEvent(workspace);
    EventChange name = change(null, "Ball", null, null);
    EventChange stale = EventChange.rules(7, SaleRules.NONE);
    assertEquals(
        Map.of(two.id(), new ChangeEventAnswer.RulesMoved()),
        catalog().changeEvents(changes(one, name, two, stale)));
    assertEquals(Optional.of(one), catalog().findEvent(workspace, one.key()));
    SortedMap<EventId, EventChange> unknown = changes(one, name, two, name);
    unknown.put(new EventId(Long.MAX_VALUE), name);
    assertEquals(
        Map.of(new EventId(Long.MAX_VALUE), new ChangeEventAnswer.NoSuchEvent()),
        catalog().changeEvents(unknown));
    assertEquals(Optional.of(one), catalog().findEvent(workspace, one.key()));
    Map<EventId, ChangeEventAnswer> answers = catalog().changeEvents(changes(one, name, two, name));
    for (Event each : List.of(one, two)) {
      Event after = catalog().findEvent(workspace, each.key()).orElseThrow();
      assertEquals("Ball", after.name());
      assertEquals(
          after, assertInstanceOf(ChangeEventAnswer.Changed.class, answers.get(each.id())).event());
    }
  }

  private static SortedMap<EventId, EventChange> changes(
      Event one, EventChange change, Event other, EventChange otherChange) {
    SortedMap<EventId, EventChange> changes = new TreeMap<>();
    changes.put(one.id(), change);
    changes.put(other.id(), otherChange);
    return changes;
  }

  @Test
  default void C144_what_cannot_be_changed_together_is_not_asked_for() {
    WorkspaceId workspace = aWorkspace();
    Event one = anEvent(workspace);
    Event two = anEvent(workspace);
    EventChange key = change("best", null, null, null);
    assertThrows(IllegalArgumentException.class, () -> catalog().changeEvents(new TreeMap<>()));
    assertThrows(
        IllegalArgumentException.class,
        () -> catalog().changeEvents(changes(one, key, two, EventChange.NOTHING)));
    SortedMap<EventId, EventChange> tooMany = new TreeMap<>();
    for (long id = 0; id <= EventPort.MAX_CHANGES; id++) {
      tooMany.put(new EventId(id), EventChange.NOTHING);
    }
    assertThrows(IllegalArgumentException.class, () -> catalog().changeEvents(tooMany));
  }

  @Test
  default void C145_an_event_is_edited_so_often_a_day_and_anew_on_the_next() {
    Event event = anEvent(aWorkspace());
    int made = 0;
    EditAllowance last = new EditAllowance(0, event.createdAt());
    while (made < EditAllowance.MOST) {
      last = edited(event);
      // The day may have ended meanwhile.
      made = last.made() == made + 1 ? last.made() : 1;
      assertEquals(made, last.made());
    }
    assertEquals(0, last.left());
    ChangeEventAnswer.EditsExhausted no =
        assertInstanceOf(
            ChangeEventAnswer.EditsExhausted.class,
            catalog().changeEvent(event.id(), EventChange.EDIT));
    assertEquals(last.today(), no.edits().today());
    assertEquals(10, no.edits().made());
    assertEquals("Ball", changed(event.id(), change(null, "Ball", null, null)).name());
    moveClock(no.edits().away());
    EditAllowance next = edited(event);
    assertEquals(1, next.made());
    assertEquals(last.today().plusDays(1), next.today());
  }

  private EditAllowance edited(Event event) {
    return assertInstanceOf(
            ChangeEventAnswer.Changed.class, catalog().changeEvent(event.id(), EventChange.EDIT))
        .edits();
  }

  @Test
  default void C146_an_edit_that_does_not_come_about_does_not_count() {
    Event event = anEvent(aWorkspace());
    EditAllowance first = edited(event);
    EventChange stale = EventChange.EDIT.with(new EventChange.NewRules(7, SaleRules.NONE));
    assertEquals(new ChangeEventAnswer.RulesMoved(), catalog().changeEvent(event.id(), stale));
    ChangeEventAnswer.Changed looked =
        assertInstanceOf(
            ChangeEventAnswer.Changed.class,
            catalog().changeEvent(event.id(), EventChange.NOTHING));
    if (looked.edits().today().equals(first.today())) {
      assertEquals(first.made(), looked.edits().made());
    }
    assertEquals(event.updatedAt(), looked.event().updatedAt());
  }
}

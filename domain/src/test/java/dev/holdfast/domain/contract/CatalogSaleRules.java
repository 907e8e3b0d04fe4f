package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.again;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.event.CategoryKey;
import dev.holdfast.domain.event.Channel;
import dev.holdfast.domain.event.Channels;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventCategories;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.ForSale;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.NewEvent;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.event.TableBooking;
import dev.holdfast.domain.event.TableBooking.Mode;
import dev.holdfast.domain.event.TableBooking.Way;
import dev.holdfast.domain.port.EventPort;
import dev.holdfast.domain.port.EventPort.ChangeEventAnswer;
import dev.holdfast.domain.port.EventPort.CreateEventsAnswer;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** C121 to C130: the rules that events sell by. */
public interface CatalogSaleRules extends CatalogRules {
  /** Rules with something everywhere, in orders that no sorting gives. */
  SaleRules EVERYWHERE =
      new SaleRules(
          Optional.of(
              new ForSale(true, List.of("B", "A", "ä"), places("Z", 7, "C", 1), List.of("9", "8"))),
          new Channels(
              List.of(
                  new Channel("c3", "web", "Web", "#FF0000", -2, List.of("B-2", "B-1"), Map.of()),
                  new Channel("c1", "desk", "", "", 5, List.of(), places("floor", 30, "bar", 2)),
                  new Channel("c2", "vip", "V", "x", null, List.of("A-9"), places("pit", 1)))),
          new TableBooking(Mode.CUSTOM, tables("T2", Way.BY_SEAT, "T1", Way.BY_TABLE)),
          new EventCategories(
              List.of(
                  new Category("7", "Box", null, true, true),
                  new Category("7a", "", "red", false, false)),
              sold("A-2", CategoryKey.of(7), "A-1", CategoryKey.of("7"))));

  private static Map<String, Integer> places(Object... pairs) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int at = 0; at < pairs.length; at += 2) {
      places.put((String) pairs[at], (Integer) pairs[at + 1]);
    }
    return places;
  }

  private static Map<String, Way> tables(String one, Way way, String other, Way otherWay) {
    Map<String, Way> tables = new LinkedHashMap<>();
    tables.put(one, way);
    tables.put(other, otherWay);
    return tables;
  }

  private static Map<String, CategoryKey> sold(
      String one, CategoryKey key, String other, CategoryKey otherKey) {
    Map<String, CategoryKey> sold = new LinkedHashMap<>();
    sold.put(one, key);
    sold.put(other, otherKey);
    return sold;
  }

  private Event change(EventId event, SaleRules rules) {
    long on = catalog().rules(event).orElseThrow().version();
    ChangeEventAnswer answer = catalog().changeEvent(event, EventChange.rules(on, rules));
    return assertInstanceOf(ChangeEventAnswer.Changed.class, answer).event();
  }

  @Test
  default void C121_an_event_without_rules_has_version_0() {
    Event event = anEvent(aWorkspace());
    assertEquals(0, event.rules());
    assertEquals(
        Optional.of(new SaleRules.Versioned(0, SaleRules.NONE)), catalog().rules(event.id()));
    assertEquals(Optional.of(new SoldBy(event.layout(), 0)), catalog().soldBy(event.id()));
  }

  @Test
  default void C122_rules_come_back_whole_in_every_order_and_kind() {
    Event event = anEvent(aWorkspace());
    Event changed = change(event.id(), EVERYWHERE);
    SaleRules back = catalog().rules(event.id()).orElseThrow().rules();
    assertEquals(EVERYWHERE, back);
    ForSale config = back.forSale().orElseThrow();
    assertEquals(List.of("Z", "C"), List.copyOf(config.areaPlaces().keySet()));
    assertEquals(List.of("T2", "T1"), List.copyOf(back.tables().tables().keySet()));
    assertEquals(List.of("A-2", "A-1"), List.copyOf(back.categories().ofObjects().keySet()));
    Channel desk = back.channels().find("desk").orElseThrow();
    assertEquals(List.of("floor", "bar"), List.copyOf(desk.areaPlaces().keySet()));
    assertTrue(changed.rules() > 0);
    assertEquals(changed.rules(), catalog().rules(event.id()).orElseThrow().version());
  }

  @Test
  default void C123_every_kind_of_rule_can_be_the_only_one_and_be_taken_back() {
    EventId event = anEvent(aWorkspace()).id();
    List<SaleRules> kinds =
        List.of(
            SaleRules.NONE.mark(EVERYWHERE.forSale().orElseThrow()),
            SaleRules.NONE.mark(ForSale.START),
            SaleRules.NONE.with(EVERYWHERE.channels()),
            SaleRules.NONE.with(EVERYWHERE.tables()),
            SaleRules.NONE.with(TableBooking.all(Mode.ALL_BY_SEAT)),
            SaleRules.NONE.with(EVERYWHERE.categories()),
            SaleRules.NONE);
    Set<Long> versions = new TreeSet<>();
    for (SaleRules rules : kinds) {
      long version = change(event, rules).rules();
      assertEquals(Optional.of(new SaleRules.Versioned(version, rules)), catalog().rules(event));
      versions.add(version);
    }
    assertEquals(kinds.size(), versions.size());
  }

  @Test
  default void C124_each_change_gives_a_greater_version_which_all_readers_see() {
    WorkspaceId workspace = aWorkspace();
    Event event = anEvent(workspace);
    moveClock(Duration.ofMinutes(1));
    Event first = change(event.id(), EVERYWHERE);
    Event second = change(event.id(), SaleRules.NONE);
    assertTrue(0 < first.rules() && first.rules() < second.rules());
    assertEquals(Optional.of(second), catalog().findEvent(workspace, event.key()));
    assertEquals(
        Optional.of(new SoldBy(event.layout(), second.rules())), catalog().soldBy(event.id()));
    assertEquals(event.createdAt(), second.createdAt());
    assertTrue(second.updatedAt().isAfter(event.updatedAt()));
    assertEquals(event.layout(), second.layout());
  }

  @Test
  default void C125_rules_made_from_others_than_those_that_are_change_nothing() {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    Event first = change(event, EVERYWHERE);
    for (long on : List.of(0L, first.rules() - 1, first.rules() + 1)) {
      assertEquals(
          new ChangeEventAnswer.RulesMoved(),
          catalog().changeEvent(event, EventChange.rules(on, SaleRules.NONE)));
    }
    assertEquals(Optional.of(first), catalog().findEvent(workspace, first.key()));
    assertEquals(EVERYWHERE, catalog().rules(event).orElseThrow().rules());
    assertEquals(
        new ChangeEventAnswer.NoSuchEvent(),
        catalog().changeEvent(new EventId(Long.MAX_VALUE), EventChange.rules(0, SaleRules.NONE)));
  }

  @Test
  default void C126_of_many_changes_from_one_version_one_comes_about() throws InterruptedException {
    EventId event = anEvent(aWorkspace()).id();
    try (SeatLockCrowd crowd = new SeatLockCrowd(CatalogRaceRules.CALLERS)) {
      for (int round = 0; round < 5; round++) {
        long on = catalog().rules(event).orElseThrow().version();
        List<ChangeEventAnswer> answers =
            crowd.all(caller ->
                () ->
                    again(() ->
                        catalog().changeEvent(event, EventChange.rules(on, only("c" + caller)))));
        List<ChangeEventAnswer> losers =
            answers.stream().filter(new ChangeEventAnswer.RulesMoved()::equals).toList();
        assertEquals(CatalogRaceRules.CALLERS - 1, losers.size(), answers::toString);
      }
    }
  }

  /** Rules that one caller would make. */
  private static SaleRules only(String label) {
    return SaleRules.NONE.mark(new ForSale(true, List.of(label), Map.of(), List.of()));
  }

  @Test
  default void C127_rules_of_many_events_are_read_at_once() {
    WorkspaceId workspace = aWorkspace();
    Event plain = anEvent(workspace);
    Event ruled = anEvent(workspace);
    long version = change(ruled.id(), EVERYWHERE).rules();
    assertEquals(
        Map.of(
            plain.id(),
            SaleRules.Versioned.NEVER,
            ruled.id(),
            new SaleRules.Versioned(version, EVERYWHERE)),
        catalog().rules(Set.of(plain.id(), ruled.id(), new EventId(Long.MAX_VALUE))));
    assertEquals(Map.of(), catalog().rules(Set.of()));
    Set<EventId> tooMany =
        LongStream.rangeClosed(0, EventPort.MAX_RULES)
            .mapToObj(EventId::new)
            .collect(Collectors.toSet());
    assertThrows(IllegalArgumentException.class, () -> catalog().rules(tooMany));
  }

  @Test
  default void C128_a_deleted_event_has_no_rules_and_another_of_its_key_none_of_them() {
    WorkspaceId workspace = aWorkspace();
    Event event = anEvent(workspace);
    change(event.id(), EVERYWHERE);
    assertTrue(catalog().deleteEvent(workspace, event.key()));
    assertEquals(Optional.empty(), catalog().rules(event.id()));
    assertEquals(Optional.empty(), catalog().soldBy(event.id()));
    Event next = anEvent(workspace, event.chartKey(), event.key());
    assertEquals(Optional.of(SaleRules.Versioned.NEVER), catalog().rules(next.id()));
  }

  @Test
  default void C129_events_are_created_with_their_rules() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    List<NewEvent> wanted =
        List.of(
            new NewEvent("with", null, null, EVERYWHERE), new NewEvent("without", "Gala", null));
    List<Event> events = new ArrayList<>();
    switch (catalog().createEvents(workspace, "hall", wanted)) {
      case CreateEventsAnswer.Created(List<Event> created) -> events.addAll(created);
      case CreateEventsAnswer other -> assertEquals("created", other.toString());
    }
    Event with = events.getFirst();
    assertTrue(with.rules() > 0);
    assertEquals(with.createdAt(), with.updatedAt());
    assertEquals(
        Optional.of(new SaleRules.Versioned(with.rules(), EVERYWHERE)), catalog().rules(with.id()));
    assertEquals(0, events.getLast().rules());
  }

  @Test
  default void C130_the_largest_rules_there_may_be_are_kept() {
    Event event = anEvent(aWorkspace());
    List<String> labels =
        IntStream.range(0, SaleRules.MAX_LABELS).mapToObj(i -> "Section 1-Row 1-" + i).toList();
    SaleRules largest = SaleRules.NONE.mark(new ForSale(false, labels, Map.of(), List.of()));
    assertEquals(event.layout(), layoutAfter(event.id(), largest));
    assertEquals(largest, catalog().rules(event.id()).orElseThrow().rules());
  }

  private LayoutVersion layoutAfter(EventId event, SaleRules rules) {
    return change(event, rules).layout();
  }
}

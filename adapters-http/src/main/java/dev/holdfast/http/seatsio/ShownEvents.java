package dev.holdfast.http.seatsio;

import dev.holdfast.domain.catalog.EventChanges;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.SaleRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events with all that is told of them: their rules, and the categories of their charts. */
final class ShownEvents {
  /** Rules of so many events are read at a time: those of one may have 100,000 labels. */
  private static final int AT_A_TIME = 10;

  private final EventChanges events;

  ShownEvents(EventChanges events) {
    this.events = events;
  }

  /**
   * One event.
   *
   * @param categories of its chart
   */
  record Shown(Event event, SaleRules rules, List<Category> categories) {}

  /** One, by the rules that it has now. */
  Shown of(Event event) {
    return of(List.of(event)).getFirst();
  }

  /** One whose rules are known. */
  Shown of(Event event, SaleRules rules) {
    return new Shown(
        event, rules, categories(List.of(event)).getOrDefault(event.layout(), List.of()));
  }

  /** Several, in their order, by the rules that they have now. */
  List<Shown> of(List<Event> all) {
    Map<EventId, SaleRules.Versioned> rules = new HashMap<>();
    List<EventId> ruled = all.stream().filter(event -> event.rules() > 0).map(Event::id).toList();
    for (int from = 0; from < ruled.size(); from += AT_A_TIME) {
      int end = Math.min(from + AT_A_TIME, ruled.size());
      rules.putAll(events.rules(Set.copyOf(ruled.subList(from, end))));
    }
    Map<LayoutVersion, List<Category>> categories = categories(all);
    return all.stream()
        .map(event ->
            new Shown(
                event,
                rules.getOrDefault(event.id(), SaleRules.Versioned.NEVER).rules(),
                categories.getOrDefault(event.layout(), List.of())))
        .toList();
  }

  private Map<LayoutVersion, List<Category>> categories(List<Event> all) {
    Set<LayoutVersion> layouts = new HashSet<>();
    all.forEach(event -> layouts.add(event.layout()));
    return events.categories(layouts);
  }
}

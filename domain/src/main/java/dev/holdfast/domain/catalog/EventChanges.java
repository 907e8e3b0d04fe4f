package dev.holdfast.domain.catalog;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.event.EditAllowance;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.EventPort;
import dev.holdfast.domain.port.EventPort.ChangeEventAnswer;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Changes of events and of the rules they sell by, whoever else changes them at the same time. */
public final class EventChanges {
  /** How often rules are made again because others changed them meanwhile. */
  private static final int ATTEMPTS = 10;

  private final CatalogPort catalog;
  private final IdSource ids;

  EventChanges(CatalogPort catalog, IdSource ids) {
    this.catalog = catalog;
    this.ids = ids;
  }

  /**
   * The rules that events sell by; those that are gone meanwhile are missing.
   *
   * @param events at most {@link EventPort#MAX_RULES}
   */
  public Map<EventId, SaleRules.Versioned> rules(Set<EventId> events) {
    return catalog.rules(events);
  }

  /**
   * The categories of the charts that events sell by; those of a layout that is not published (any
   * more) are missing.
   *
   * @param layouts at most {@link EventPort#MAX_RULES}
   */
  public Map<LayoutVersion, List<Category>> categories(Set<LayoutVersion> layouts) {
    return catalog.categories(layouts);
  }

  /** What somebody wants to make of rules; pure, since it may be asked again. */
  @FunctionalInterface
  public interface RulesEdit {
    Outcome<SaleRules> of(SaleRules rules);
  }

  /**
   * What somebody wants to make of an event.
   *
   * @param key of the event
   * @param change without rules
   */
  public record Wanted(String key, EventChange change, RulesEdit edit) {
    /**
     * Checked.
     *
     * @throws IllegalArgumentException for a key or a date out of bounds: whoever reads the request
     *     has checked them
     */
    public Wanted {
      String newKey = change.key();
      if (newKey != null) {
        Events.checkKey(newKey);
      }
      LocalDate date = change.date();
      if (date != null) {
        Events.checkDate(date);
      }
    }
  }

  /**
   * An event as it has become, and its rules.
   *
   * @param edits that it may still have today
   */
  public record Changed(Event event, SaleRules rules, EditAllowance edits) {}

  /** Makes other rules of those that an event sells by. */
  public Outcome<Changed> change(WorkspaceId workspace, String key, RulesEdit edit) {
    return change(workspace, new Wanted(key, EventChange.NOTHING, edit));
  }

  /** Changes one event, see {@link #changeAll}. */
  public Outcome<Changed> change(WorkspaceId workspace, Wanted wanted) {
    return changeAll(workspace, List.of(wanted)).map(List::getFirst);
  }

  /**
   * Changes events and makes other rules of those that they sell by, all or nothing. Rules that are
   * the same afterwards are no change.
   *
   * @param wanted 1 to {@link EventPort#MAX_CHANGES}, each event once; another key for one at a
   *     time
   * @return in the same order
   * @throws IllegalArgumentException for none, more, or an event that is named twice
   * @throws StoreFailure.Unavailable when others change the rules faster than it can be done
   */
  public Outcome<List<Changed>> changeAll(WorkspaceId workspace, List<Wanted> wanted) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Prepared prepared = new Prepared(workspace, wanted);
      if (!prepared.refusals.isEmpty()) {
        return Outcome.refused(prepared.refusals);
      }
      Optional<Outcome<List<Changed>>> outcome = prepared.made();
      if (outcome.isPresent()) {
        return outcome.get();
      }
      // Somebody else changed rules meanwhile: theirs are to be edited.
    }
    throw new StoreFailure.Unavailable("the rules change faster than they can be changed", null);
  }

  /** One attempt. */
  private final class Prepared {
    private final List<EventId> order = new ArrayList<>();
    private final Map<EventId, SaleRules> rules = new HashMap<>();
    private final SortedMap<EventId, EventChange> changes = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    Prepared(WorkspaceId workspace, List<Wanted> wanted) {
      for (Wanted each : wanted) {
        Optional<Event> event = catalog.findEvent(workspace, each.key());
        Optional<SaleRules.Versioned> now = event.flatMap(found -> catalog.rules(found.id()));
        if (event.isEmpty() || now.isEmpty()) {
          refusals.add(new Refusal.UnknownEvent());
        } else {
          add(event.get().id(), now.get(), each);
        }
      }
      if (refusals.isEmpty() && changes.size() < wanted.size()) {
        throw new IllegalArgumentException("an event is to be changed twice");
      }
    }

    private void add(EventId event, SaleRules.Versioned now, Wanted wanted) {
      switch (edited(wanted.edit(), now.rules())) {
        case Outcome.Accepted<SaleRules>(SaleRules next) -> {
          order.add(event);
          rules.put(event, next);
          changes.put(
              event,
              next.equals(now.rules())
                  ? wanted.change()
                  : wanted.change().with(new EventChange.NewRules(now.version(), next)));
        }
        case Outcome.Refused<SaleRules>(List<Refusal> reasons) -> refusals.addAll(reasons);
        case Outcome.Repeated<SaleRules> _ ->
            throw new IllegalStateException("rules are not made by request");
      }
    }

    /** What came of it; empty when it has to be prepared again. */
    Optional<Outcome<List<Changed>>> made() {
      Map<EventId, ChangeEventAnswer> answers = catalog.changeEvents(changes);
      List<Changed> changed = new ArrayList<>();
      for (EventId event : answers.size() < order.size() ? answers.keySet() : order) {
        switch (Objects.requireNonNull(answers.get(event))) {
          case ChangeEventAnswer.Changed(Event after, EditAllowance edits) ->
              changed.add(new Changed(after, Objects.requireNonNull(rules.get(event)), edits));
          case ChangeEventAnswer.RulesMoved _ -> {
            return Optional.empty();
          }
          case ChangeEventAnswer.KeyTaken _ -> {
            return Optional.of(Outcome.refused(new Refusal.EventKeyTaken()));
          }
          case ChangeEventAnswer.EditsExhausted(EditAllowance edits) -> {
            return Optional.of(Outcome.refused(new Refusal.EditsExhausted(edits)));
          }
          case ChangeEventAnswer.NoSuchEvent _ -> {
            return Optional.of(Outcome.refused(new Refusal.UnknownEvent()));
          }
        }
      }
      return Optional.of(Outcome.accepted(changed));
    }
  }

  private static Outcome<SaleRules> edited(RulesEdit edit, SaleRules rules) {
    return switch (edit.of(rules)) {
      case Outcome.Accepted<SaleRules>(SaleRules next) -> next.checked();
      case Outcome<SaleRules> other -> other;
    };
  }

  /** Has an event sell a copy of its chart from now on, named after the chart. */
  public Outcome<Event> moveToChartCopy(WorkspaceId workspace, String key) {
    Optional<Event> event = catalog.findEvent(workspace, key);
    Optional<Chart> chart = event.flatMap(each -> catalog.findChart(workspace, each.chartKey()));
    Optional<Event> moved =
        chart.flatMap(each ->
            catalog.moveToCopy(
                event.orElseThrow().id(), Charts.newKey(ids), Charts.nameOfCopy(each.name())));
    return moved
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(new Refusal.UnknownEvent()));
  }
}

package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.event.EditAllowance;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.NewEvent;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of events, each with its book. To be used under the store's mutex only. */
final class InMemoryCatalogEvents {
  /**
   * One event; its layout is its chart's, looked up when it is read.
   *
   * @param lastEdits of the day it was last edited
   */
  record Row(
      WorkspaceId workspace,
      EventId id,
      String key,
      @Nullable String name,
      @Nullable LocalDate date,
      boolean past,
      long chart,
      SaleRules.Versioned rules,
      EditAllowance lastEdits,
      Instant createdAt,
      Instant updatedAt,
      InMemoryLedgerBook book) {
    Event with(InMemoryCatalogCharts.Row of) {
      return new Event(
          id,
          key,
          name,
          date,
          past,
          of.chart().key(),
          of.layout(),
          rules.version(),
          createdAt,
          updatedAt);
    }

    /** Those of the day it is. */
    EditAllowance edits(Instant now) {
      EditAllowance none = new EditAllowance(0, now);
      return lastEdits.today().equals(none.today())
          ? new EditAllowance(lastEdits.made(), now)
          : none;
    }

    private Row named(@Nullable String newName, Instant now) {
      return new Row(
          workspace, id, key, newName, date, past, chart, rules, lastEdits, createdAt, now, book);
    }

    private Row selling(long newChart, Instant now) {
      return new Row(
          workspace, id, key, name, date, past, newChart, rules, lastEdits, createdAt, now, book);
    }

    private Row edited(Instant now) {
      EditAllowance edits = edits(now).oneMore();
      return new Row(
          workspace, id, key, name, date, past, chart, rules, edits, createdAt, updatedAt, book);
    }

    private Row changed(EventChange change, SaleRules.Versioned newRules, Instant now) {
      return new Row(
          workspace,
          id,
          Objects.requireNonNullElse(change.key(), key),
          change.name() == null ? name : change.name(),
          change.date() == null ? date : change.date(),
          Objects.requireNonNullElse(change.past(), past),
          chart,
          newRules,
          lastEdits,
          createdAt,
          now,
          book);
    }
  }

  private final NavigableMap<EventId, Row> rows = new TreeMap<>();
  private long last;
  private long lastRules;

  Row create(WorkspaceId workspace, NewEvent event, long chart, Instant now) {
    SaleRules.Versioned rules =
        event.rules().equals(SaleRules.NONE)
            ? SaleRules.Versioned.NEVER
            : new SaleRules.Versioned(++lastRules, event.rules());
    return put(
        new Row(
            workspace,
            new EventId(++last),
            event.key(),
            event.name(),
            event.date(),
            false,
            chart,
            rules,
            new EditAllowance(0, now),
            now,
            now,
            new InMemoryLedgerBook()));
  }

  Optional<Row> find(EventId id) {
    return Optional.ofNullable(rows.get(id));
  }

  Row get(EventId id) {
    return Objects.requireNonNull(rows.get(id), "a locked event");
  }

  Optional<Row> find(WorkspaceId workspace, String key) {
    return of(workspace).filter(row -> row.key.equals(key)).findAny();
  }

  Stream<Row> of(WorkspaceId workspace) {
    return rows.values().stream().filter(row -> row.workspace.equals(workspace));
  }

  Collection<Row> all() {
    return rows.values();
  }

  Row rename(Row row, @Nullable String name, Instant now) {
    return put(row.named(name, now));
  }

  Row move(Row row, long chart, Instant now) {
    return put(row.selling(chart, now));
  }

  Row change(Row before, EventChange change, Instant now) {
    Row row = change.edit() ? put(before.edited(now)) : before;
    SaleRules.Versioned rules =
        change
            .rules()
            .map(each -> new SaleRules.Versioned(++lastRules, each.rules()))
            .orElse(row.rules);
    Row same = row.changed(change, rules, row.updatedAt);
    return same.equals(row) ? row : put(row.changed(change, rules, now));
  }

  private Row put(Row row) {
    rows.put(row.id, row);
    return row;
  }

  void delete(EventId id) {
    rows.remove(id);
  }
}

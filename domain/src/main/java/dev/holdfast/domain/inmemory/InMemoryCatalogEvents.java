package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
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
  /** One event; its layout is its chart's, looked up when it is read. */
  record Row(
      WorkspaceId workspace,
      EventId id,
      String key,
      @Nullable String name,
      @Nullable LocalDate date,
      long chart,
      Instant createdAt,
      Instant updatedAt,
      InMemoryLedgerBook book) {
    Event with(InMemoryCatalogCharts.Row of) {
      return new Event(id, key, name, date, of.chart().key(), of.layout(), createdAt, updatedAt);
    }
  }

  private final NavigableMap<EventId, Row> rows = new TreeMap<>();
  private long last;

  Row create(
      WorkspaceId workspace,
      String key,
      @Nullable String name,
      @Nullable LocalDate date,
      long chart,
      Instant now) {
    EventId id = new EventId(++last);
    return put(new Row(workspace, id, key, name, date, chart, now, now, new InMemoryLedgerBook()));
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
    return put(
        new Row(
            row.workspace,
            row.id,
            row.key,
            name,
            row.date,
            row.chart,
            row.createdAt,
            now,
            row.book));
  }

  private Row put(Row row) {
    rows.put(row.id, row);
    return row;
  }

  void delete(EventId id) {
    rows.remove(id);
  }
}

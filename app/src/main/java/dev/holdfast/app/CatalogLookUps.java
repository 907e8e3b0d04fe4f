package dev.holdfast.app;

import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.CompanyKey;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CachedCatalog} looks up and keeps: for how long, how much of it, and on which lanes.
 */
final class CatalogLookUps {
  /** How old an answer may be. */
  static final Duration MAX_AGE = Duration.ofMillis(500);

  /**
   * How long to wait for a row; twice as long for a plan or a layout, which is loaded to its end
   * even if nobody waits.
   */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  /** A published version never changes, so what belongs to it does not age. */
  private static final Duration FOREVER = Duration.ofDays(36_500);

  private static final int MAX_KEYS = 10_000;
  private static final int MAX_WORKSPACES = 10_000;
  private static final int MAX_EVENTS = 10_000;
  private static final int MAX_CHARTS = 10_000;

  /** Bookable objects kept in all, about 100 bytes each. */
  private static final int MAX_OBJECTS = 1_000_000;

  /** Characters of published layouts kept in all: one of the largest, or hundreds of usual ones. */
  private static final int MAX_CHARACTERS = 40_000_000;

  /** Look-ups of unknown names at a time, and how many more may wait, for keys and for events. */
  static final int STRANGERS = 2;

  static final int STRANGERS_WAITING = 200;

  /** The same for charts that are asked for without an API key, so by anybody. */
  static final int PASSERS_BY = 1;

  static final int PASSERS_BY_WAITING = 50;

  final LookUps<KeyHash, ApiKey> keys;
  final LookUps<KeyHash, CompanyKey> companyKeys;
  final LookUps<WorkspaceName, Workspace> workspaces;

  /** By their numbers, so of those that are known to be there or to have been. */
  final LookUps<WorkspaceId, Workspace> opened;

  final LookUps<EventName, Event> events;
  final LookUps<EventId, SoldBy> versions;

  /** Published versions by the keys of their charts. */
  final LookUps<String, LayoutVersion> charts;

  final LookUps<LayoutVersion, SeatingPlan> plans;
  final LookUps<LayoutVersion, StoredLayout> layouts;

  /**
   * With nothing kept yet.
   *
   * @param patience how long to wait for a row
   */
  CatalogLookUps(TimeSource time, Duration patience) {
    Lane known = new Lane("catalog-known", 4, 1_000);
    Lane large = new Lane("catalog-large", 2, 100);
    Keeping keep = new Keeping(patience);
    Lane unknownKeys = strangers("catalog-unknown-key");
    this.keys = new LookUps<>(keep.rows(MAX_KEYS, MAX_AGE), known, unknownKeys, time);
    this.companyKeys = new LookUps<>(keep.rows(MAX_KEYS, MAX_AGE), known, unknownKeys, time);
    // Whoever asks has shown a company's key.
    this.workspaces =
        new LookUps<>(keep.rows(MAX_WORKSPACES, Duration.ZERO), known, unknownKeys, time);
    this.opened = new LookUps<>(keep.rows(MAX_WORKSPACES, MAX_AGE), known, known, time);
    this.events =
        new LookUps<>(
            keep.rows(MAX_EVENTS, Duration.ZERO), known, strangers("catalog-unknown-event"), time);
    this.versions = new LookUps<>(keep.rows(MAX_EVENTS, Duration.ZERO), known, known, time);
    Lane passersBy = new Lane("catalog-unknown-chart", PASSERS_BY, PASSERS_BY_WAITING);
    this.charts = new LookUps<>(keep.rows(MAX_CHARTS, Duration.ZERO), known, passersBy, time);
    this.plans =
        new LookUps<>(keep.large(MAX_OBJECTS, plan -> plan.objects().size()), large, large, time);
    this.layouts =
        new LookUps<>(
            keep.large(MAX_CHARACTERS, layout -> layout.text().length()), large, large, time);
  }

  private static Lane strangers(String name) {
    return new Lane(name, STRANGERS, STRANGERS_WAITING);
  }

  /** The rules by which things are kept. */
  private record Keeping(Duration patience) {
    <V> LookUps.Rules<V> rows(int most, Duration absent) {
      return new LookUps.Rules<>(patience, MAX_AGE, absent, most, _ -> 0);
    }

    <V> LookUps.Rules<V> large(int most, ToIntFunction<V> weight) {
      return new LookUps.Rules<>(patience.multipliedBy(2), FOREVER, Duration.ZERO, most, weight);
    }
  }

  /**
   * What a company knows a workspace by.
   *
   * @param key null: its default one
   */
  record WorkspaceName(CompanyId company, @Nullable String key) {}

  /** What callers know an event by. */
  record EventName(WorkspaceId workspace, String key) {}

  /** Forgets whatever may have been changed; what is published never is. */
  void forget() {
    keys.forget();
    companyKeys.forget();
    workspaces.forget();
    opened.forget();
    events.forget();
    versions.forget();
    charts.forget();
  }
}

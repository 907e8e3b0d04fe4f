package dev.holdfast.domain.writer;

import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.refusal.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the writer made of a step. */
public sealed interface StepResult {
  /**
   * Decided, and durable if it changed anything.
   *
   * @param news what the gate should know of the seats that were named, by event
   * @param asOf as in {@link Result.Decided}
   */
  record Decided(
      Outcome<List<List<ChangedObject>>> outcome, Map<EventId, List<SeatNews>> news, long asOf)
      implements StepResult {
    public Decided {
      // In the order of the events, so that what is told of them comes in one order always.
      news = Collections.unmodifiableMap(new TreeMap<>(news));
    }
  }

  /** Not decided: an event sells by another layout or other rules than it was checked against. */
  record SaleMoved(EventId event, SoldBy soldBy) implements StepResult {}

  /** Not decided: its idempotency key is known. */
  record Repeated(Repeat repeat) implements StepResult {}
}

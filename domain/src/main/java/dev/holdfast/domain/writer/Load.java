package dev.holdfast.domain.writer;

import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.event.EventId;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction's commands while they are gathered, and what room is left for more. One use. */
final class Load {
  private final WriterLimits limits;
  private int commands;
  private int objects;

  /** The only event that is read whole: a second one might be as large. */
  private @Nullable EventId whole;

  Load(WriterLimits limits) {
    this.limits = limits;
  }

  /** How many it has so far. */
  int commands() {
    return commands;
  }

  boolean mayTakeMore() {
    return commands < limits.maxCommands();
  }

  /** Takes the first of an event's commands, as many as fit. */
  List<Pending<?>> take(EventId event, Deque<Pending<?>> waiting) {
    List<Pending<?>> taken = new ArrayList<>();
    while (!waiting.isEmpty() && mayTakeMore() && fits(event, waiting.getFirst().command())) {
      Pending<?> next = waiting.removeFirst();
      taken.add(next);
      commands++;
      objects += next.command().weight();
      whole = next.command().readsWhole() ? event : whole;
    }
    return taken;
  }

  private boolean fits(EventId event, Command<?> next) {
    if (next.readsWhole() && whole != null && !whole.equals(event)) {
      return false;
    }
    return commands == 0 || objects + next.weight() <= limits.maxObjects();
  }
}

package dev.holdfast.domain.webhook;

import dev.holdfast.domain.journal.JournalEntry;
import java.util.List;

/**
 * A piece of one event's journal that no webhook has heard of yet.
 *
 * @param subscriptions the enabled webhooks of the event's workspace
 * @param entries in order, at least one
 */
public record Passage(
    EventFacts facts, List<Subscription> subscriptions, List<JournalEntry> entries) {
  public Passage {
    subscriptions = List.copyOf(subscriptions);
    entries = List.copyOf(entries);
  }
}

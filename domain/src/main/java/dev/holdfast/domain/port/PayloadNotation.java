package dev.holdfast.domain.port;

import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.webhook.EventFacts;
import dev.holdfast.domain.webhook.WebhookEvent;
import java.time.Instant;

/** Writes the bodies of deliveries. */
public interface PayloadNotation {
  /**
   * The body that tells of one entry of the journal.
   *
   * @param id the payload's own, by which receivers know it again
   */
  String text(String id, WebhookEvent event, EventFacts facts, JournalEntry entry);

  /**
   * The body of a test: a held seat that does not exist.
   *
   * @param now stands for when it happened
   */
  String sample(String id, Instant now);
}

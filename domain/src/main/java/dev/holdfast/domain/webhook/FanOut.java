package dev.holdfast.domain.webhook;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.PayloadNotation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Who hears of which entry of the journal, and in which words (invariant I8). */
public final class FanOut {
  private static final int ID_BYTES = 12;

  private final PayloadNotation notation;
  private final IdSource ids;

  /** With these words, and keys of deliveries from there. */
  public FanOut(PayloadNotation notation, IdSource ids) {
    this.notation = notation;
    this.ids = ids;
  }

  /** The deliveries of a passage, in the order of its entries. */
  public List<NewDelivery> deliveries(Passage passage) {
    List<NewDelivery> deliveries = new ArrayList<>();
    for (JournalEntry entry : passage.entries()) {
      Optional<WebhookEvent> event = WebhookEvent.of(entry.kind());
      if (event.isPresent()) {
        deliver(passage, entry, event.get(), deliveries);
      }
    }
    return deliveries;
  }

  private void deliver(
      Passage passage, JournalEntry entry, WebhookEvent event, List<NewDelivery> deliveries) {
    String body = null;
    for (Subscription each : passage.subscriptions()) {
      if (each.events().contains(event) && !entry.at().isBefore(each.since())) {
        if (body == null) {
          body =
              notation.text(payloadId(entry.event(), entry.seq()), event, passage.facts(), entry);
        }
        deliveries.add(new NewDelivery(newKey(ids), each.webhook(), event, lane(entry), body));
      }
    }
  }

  /** A delivery's key. */
  static String newKey(IdSource ids) {
    return "wd_" + ids.text(20);
  }

  private static String lane(JournalEntry entry) {
    return entry.event().value() + "/" + entry.object();
  }

  /**
   * The same for every webhook, attempt and replay, on every node and after every crash: it is made
   * from the entry alone.
   */
  static String payloadId(EventId event, long seq) {
    try {
      byte[] name = (event.value() + ":" + seq).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(name);
      return "whe_" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

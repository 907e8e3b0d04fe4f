package dev.holdfast.domain.webhook;

import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.PayloadNotation;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.port.WebhookPort;
import dev.holdfast.domain.port.WebhookSenderPort;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/** What an integrator does with webhooks (v1, section 10). */
public final class Webhooks {
  private static final int KEY_CHARACTERS = 20;

  private final WebhookPort store;
  private final WebhookSenderPort sender;
  private final PayloadNotation notation;
  private final IdSource ids;
  private final TimeSource time;

  /** Webhooks of a store; URLs are judged by who will send to them. */
  public Webhooks(
      WebhookPort store,
      WebhookSenderPort sender,
      PayloadNotation notation,
      IdSource ids,
      TimeSource time) {
    this.store = store;
    this.sender = sender;
    this.notation = notation;
    this.ids = ids;
    this.time = time;
  }

  /** A webhook and its secret, told once. */
  public record Created(Webhook webhook, WebhookSecret secret) {}

  /** When a webhook got another secret, and which, told once. */
  public record Rotated(String key, WebhookSecret secret, Instant at) {}

  /** Makes a webhook. */
  public Outcome<Created> create(WorkspaceId workspace, NewWebhook wanted) {
    if (!store.keepsSecrets()) {
      return Outcome.refused(new Refusal.NoSecretKey());
    }
    Optional<String> problem = sender.problemWith(workspace, wanted.url());
    if (problem.isPresent()) {
      return Outcome.refused(new Refusal.UnacceptableUrl(problem.get()));
    }
    WebhookSecret secret = WebhookSecret.fresh(ids);
    return store
        .create(workspace, "wh_" + ids.text(KEY_CHARACTERS), wanted, secret)
        .map(webhook -> Outcome.accepted(new Created(webhook, secret)))
        .orElseGet(() -> Outcome.refused(new Refusal.TooManyWebhooks(WebhookPort.MOST_WEBHOOKS)));
  }

  /** The webhook of this key. */
  public Outcome<Webhook> find(WorkspaceId workspace, String key) {
    return orUnknown(store.find(workspace, key));
  }

  /** Webhooks, newest first. */
  public Page<Webhook> list(WorkspaceId workspace, Page.Request page) {
    return store.webhooks(workspace, page);
  }

  /** Changes what is to be different. */
  public Outcome<Webhook> update(WorkspaceId workspace, String key, WebhookChange change) {
    Optional<String> problem = change.url().flatMap(url -> sender.problemWith(workspace, url));
    if (problem.isPresent()) {
      // Whether there is such a webhook is the weightier question.
      return find(workspace, key) instanceof Outcome.Refused<Webhook> unknown
          ? unknown
          : Outcome.refused(new Refusal.UnacceptableUrl(problem.get()));
    }
    return orUnknown(store.update(workspace, key, change));
  }

  /** Deletes it; what is queued for it is not sent any more. */
  public Outcome<String> delete(WorkspaceId workspace, String key) {
    return store.delete(workspace, key)
        ? Outcome.accepted(key)
        : Outcome.refused(new Refusal.UnknownWebhook());
  }

  /** Gives it another secret; the old one is dead at once. */
  public Outcome<Rotated> rotate(WorkspaceId workspace, String key) {
    if (!store.keepsSecrets()) {
      // Whether there is such a webhook is the weightier question.
      return store.find(workspace, key).isPresent()
          ? Outcome.refused(new Refusal.NoSecretKey())
          : Outcome.refused(new Refusal.UnknownWebhook());
    }
    WebhookSecret secret = WebhookSecret.fresh(ids);
    return orUnknown(store.rotate(workspace, key, secret)).map(at -> new Rotated(key, secret, at));
  }

  /** Queues a held seat that does not exist, whatever the webhook subscribes to. */
  public Outcome<Delivery> test(WorkspaceId workspace, String key) {
    String body = notation.sample("whe_test_" + ids.text(KEY_CHARACTERS), time.now());
    return orUnknown(store.queue(workspace, key, FanOut.newKey(ids), WebhookEvent.SEAT_HELD, body));
  }

  /** What was sent to it, or is to be, newest first. */
  public Outcome<Page<Delivery>> deliveries(WorkspaceId workspace, String key, Page.Request page) {
    return orUnknown(store.deliveries(workspace, key, page));
  }

  /** Sends what was sent before once more, to the byte. */
  public Outcome<Delivery> replay(WorkspaceId workspace, String key, String delivery) {
    return switch (store.replay(workspace, key, delivery, FanOut.newKey(ids))) {
      case WebhookPort.ReplayAnswer.Queued(Delivery queued) -> Outcome.accepted(queued);
      case WebhookPort.ReplayAnswer.NoSuchWebhook _ ->
          Outcome.refused(new Refusal.UnknownWebhook());
      case WebhookPort.ReplayAnswer.NoSuchDelivery _ ->
          Outcome.refused(new Refusal.UnknownDelivery());
    };
  }

  private static <T> Outcome<T> orUnknown(Optional<T> found) {
    return found
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(new Refusal.UnknownWebhook()));
  }
}

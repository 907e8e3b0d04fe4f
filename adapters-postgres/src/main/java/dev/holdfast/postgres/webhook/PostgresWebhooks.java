package dev.holdfast.postgres.webhook;

import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.WebhookPort;
import dev.holdfast.domain.webhook.Delivery;
import dev.holdfast.domain.webhook.NewWebhook;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.webhook.WebhookChange;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.domain.webhook.WebhookSecret;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.SecretBox;
import dev.holdfast.postgres.jdbc.Pool;
import java.time.Instant;
import java.util.Optional;

/**
 * Webhooks on PostgreSQL. Each change is one transaction. Safe for use by many threads.
 *
 * <p>A secret is encrypted for its webhook's key, so that none can be put in another's place.
 */
public final class PostgresWebhooks implements WebhookPort {
  private final Pool changes;
  private final Pool readers;
  private final Optional<SecretBox> secrets;

  /**
   * Over two pools.
   *
   * @param secrets without it no webhook can be made
   */
  public PostgresWebhooks(Pool changes, Pool readers, Optional<SecretBox> secrets) {
    this.changes = changes;
    this.readers = readers;
    this.secrets = secrets;
  }

  @Override
  public boolean keepsSecrets() {
    return secrets.isPresent();
  }

  private WebhookTables.Sealed seal(WebhookSecret secret, String owner) {
    SecretBox box =
        secrets.orElseThrow(() -> new IllegalStateException("there is no key to keep secrets by"));
    return new WebhookTables.Sealed(box.seal(secret.value(), owner), box.keyName());
  }

  @Override
  public Optional<Webhook> create(
      WorkspaceId workspace, String key, NewWebhook webhook, WebhookSecret secret) {
    WebhookTables.Sealed sealed = seal(secret, key);
    return changes.change(
        connection -> WebhookTables.create(connection, workspace, key, webhook, sealed));
  }

  @Override
  public Optional<Webhook> find(WorkspaceId workspace, String key) {
    return readers.read(connection -> WebhookTables.find(connection, workspace, key));
  }

  @Override
  public Page<Webhook> webhooks(WorkspaceId workspace, Page.Request page) {
    return readers.read(connection -> WebhookTables.page(connection, workspace, page));
  }

  @Override
  public Optional<Webhook> update(WorkspaceId workspace, String key, WebhookChange change) {
    return changes.change(connection -> WebhookTables.update(connection, workspace, key, change));
  }

  @Override
  public boolean delete(WorkspaceId workspace, String key) {
    return changes.change(connection -> WebhookTables.delete(connection, workspace, key));
  }

  @Override
  public Optional<Instant> rotate(WorkspaceId workspace, String key, WebhookSecret secret) {
    WebhookTables.Sealed sealed = seal(secret, key);
    return changes.change(connection -> WebhookTables.rotate(connection, workspace, key, sealed));
  }

  @Override
  public Optional<Page<Delivery>> deliveries(WorkspaceId workspace, String key, Page.Request page) {
    return readers.read(connection -> DeliveryTables.page(connection, workspace, key, page));
  }

  @Override
  public Optional<Delivery> queue(
      WorkspaceId workspace, String key, String delivery, WebhookEvent event, String body) {
    return changes.change(
        connection -> DeliveryTables.queue(connection, workspace, key, delivery, event, body));
  }

  @Override
  public ReplayAnswer replay(WorkspaceId workspace, String key, String delivery, String replay) {
    return changes.change(
        connection -> DeliveryTables.replay(connection, workspace, key, delivery, replay));
  }
}

package dev.holdfast.http;

import dev.holdfast.domain.inmemory.InMemoryStore;
import dev.holdfast.domain.inmemory.InMemoryWebhooks;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.port.WebhookSenderPort;
import dev.holdfast.domain.webhook.Webhooks;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.v1.V1Payloads;
import java.util.Map;
import java.util.Optional;

/** A network in which every https address is fine and nobody answers. */
public final class NobodyListens implements WebhookSenderPort {
  /** Webhooks in memory that are never sent anything. */
  public static Webhooks webhooks(InMemoryStore store, IdSource ids, TimeSource time) {
    return new Webhooks(
        new InMemoryWebhooks(store), new NobodyListens(), new V1Payloads(), ids, time);
  }

  @Override
  public Optional<String> problemWith(WorkspaceId owner, String url) {
    return url.startsWith("https://") ? Optional.empty() : Optional.of("Must be an https URL");
  }

  @Override
  public Sent send(WorkspaceId owner, String url, Map<String, String> headers, byte[] body) {
    return new Sent.NotAnswered("nobody listens");
  }
}

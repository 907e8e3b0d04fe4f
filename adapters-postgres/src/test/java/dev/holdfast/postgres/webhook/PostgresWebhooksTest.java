package dev.holdfast.postgres.webhook;

import dev.holdfast.domain.contract.WebhookContract;
import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.WebhookPort;
import dev.holdfast.postgres.PostgresBackend;
import dev.holdfast.postgres.PostgresSchema;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Webhooks and deliveries keep the whole contract. */
final class PostgresWebhooksTest extends WebhookContract implements PostgresBackend {
  @RegisterExtension static final PostgresSchema SCHEMA = PostgresSchema.throughWire();

  @Override
  public PostgresSchema schema() {
    return SCHEMA;
  }

  @Override
  public WebhookPort webhooks() {
    return SCHEMA.store().webhooks();
  }

  @Override
  public DeliveryPort deliveries() {
    return SCHEMA.store().deliveries();
  }
}

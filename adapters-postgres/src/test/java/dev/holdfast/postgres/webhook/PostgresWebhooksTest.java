package dev.holdfast.postgres.webhook;

import dev.holdfast.domain.contract.WebhookContract;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.WebhookPort;
import dev.holdfast.postgres.PostgresSchema;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Webhooks and deliveries keep the whole contract. */
final class PostgresWebhooksTest extends WebhookContract {
  @RegisterExtension static final PostgresSchema SCHEMA = PostgresSchema.throughWire();

  @Override
  public SeatLedgerPort ledger() {
    return SCHEMA.store().ledger();
  }

  @Override
  public CatalogPort catalog() {
    return SCHEMA.store().catalog();
  }

  @Override
  public WebhookPort webhooks() {
    return SCHEMA.store().webhooks();
  }

  @Override
  public DeliveryPort deliveries() {
    return SCHEMA.store().deliveries();
  }

  @Override
  public void moveClock(Duration by) {
    SCHEMA.moveClock(by);
  }

  @Override
  public void breakStore() {
    SCHEMA.cut();
  }

  @Override
  public void repairStore() {
    SCHEMA.repair();
  }
}

package dev.holdfast.domain.contract;

import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.WebhookPort;

/**
 * What a store's test supplies to {@link WebhookContract}: besides ledger and catalog, the webhooks
 * and deliveries over the same store. The store keeps secrets.
 */
public interface WebhookBackend extends SeatLedgerBackend {
  /** The webhooks under test. */
  WebhookPort webhooks();

  /** The deliveries under test. */
  DeliveryPort deliveries();
}

package dev.holdfast.domain.simulation;

import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.IdempotencyKey;

/**
 * What makes a request the same when it is sent again.
 *
 * @param request what its text comes to
 */
record Keyed(IdempotencyKey key, Fingerprint request) {
  Keyed(IdempotencyKey key, long text) {
    this(key, new Fingerprint("%064x".formatted(text)));
  }
}

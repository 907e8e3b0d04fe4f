package dev.holdfast.domain.contract;

/**
 * The contract of {@link dev.holdfast.domain.port.IdempotencyPort}, and of what the ledger does for
 * it. A store's test extends this class and supplies what {@link IdempotencyBackend} asks for; the
 * rules are numbered and come from
 *
 * <ul>
 *   <li>{@link IdempotencyRules}, K1 to K10: kept, found, forgotten;
 *   <li>{@link IdempotencyUseRules}, K11 to K16 and K24: keys in use, and trouble;
 *   <li>{@link IdempotencyChangeRules}, K17 to K23: changes of the catalog.
 * </ul>
 *
 * <p>A store keeps all of them; there is nothing to opt out of. Each test finds an empty store.
 */
public abstract class IdempotencyContract
    implements IdempotencyRules, IdempotencyUseRules, IdempotencyChangeRules {}

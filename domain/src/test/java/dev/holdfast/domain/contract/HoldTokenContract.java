package dev.holdfast.domain.contract;

/**
 * The contract of {@link dev.holdfast.domain.port.HoldTokenPort}, and of what the ledger does for
 * it. A store's test extends this class and supplies what {@link HoldTokenBackend} asks for; the
 * rules are numbered and come from
 *
 * <ul>
 *   <li>{@link HoldTokenTermRules}, T1 to T7: terms are stored and read with what is decided;
 *   <li>{@link HoldTokenEndRules}, T8 to T18: ended, found, settled; workspaces; trouble;
 *   <li>{@link HoldTokenRaceRules}, T19 to T23: many at once;
 *   <li>{@link HoldTokenMakeRules}, T24 to T34: made before they hold anything; more or less time.
 * </ul>
 *
 * <p>A store keeps all of them; there is nothing to opt out of. Each test finds an empty store.
 */
public abstract class HoldTokenContract
    implements HoldTokenTermRules, HoldTokenEndRules, HoldTokenRaceRules, HoldTokenMakeRules {}

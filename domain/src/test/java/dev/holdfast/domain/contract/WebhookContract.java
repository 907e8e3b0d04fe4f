package dev.holdfast.domain.contract;

/**
 * The contract of {@link dev.holdfast.domain.port.WebhookPort} and {@link
 * dev.holdfast.domain.port.DeliveryPort}, for every store. A store's test extends this class and
 * supplies what {@link WebhookBackend} asks for; the rules are numbered and come from
 *
 * <ul>
 *   <li>{@link WebhookKeepingRules}, W1 to W13: making, changing and deleting webhooks;
 *   <li>{@link WebhookRecordRules}, W14 to W24: what is queued by hand, and the list of deliveries;
 *   <li>{@link WebhookFanOutRules}, W25 to W34 and W83: from the journal to the queue (I8);
 *   <li>{@link WebhookTurnRules}, W35 to W41: which event is read next (I8);
 *   <li>{@link WebhookTakeRules}, W42 to W54: who gets what is due, and for how long;
 *   <li>{@link WebhookAttemptRules}, W55 to W63: how attempts end, and what is forgotten;
 *   <li>{@link WebhookRaceRules}, W64 to W68: many at once;
 *   <li>{@link WebhookFailureRules}, W69 to W72: a store that is gone;
 *   <li>{@link WebhookShareRules}, W73 to W82: what one workspace can take from the others, and
 *       where what has waited goes.
 * </ul>
 *
 * <p>A store keeps all of them; there is nothing to opt out of. Each test finds an empty store.
 */
public abstract class WebhookContract
    implements WebhookKeepingRules,
        WebhookRecordRules,
        WebhookFanOutRules,
        WebhookTurnRules,
        WebhookTakeRules,
        WebhookAttemptRules,
        WebhookRaceRules,
        WebhookFailureRules,
        WebhookShareRules {}

package dev.holdfast.domain.webhook;

/**
 * A delivery to be tried now.
 *
 * @param id the store's number; of one webhook, earlier ones have smaller numbers
 * @param attempts how often it was tried before
 */
public record DueDelivery(
    long id,
    WebhookId webhook,
    String url,
    WebhookSecret secret,
    String lane,
    String body,
    int attempts) {}

package dev.holdfast.domain.webhook;

/**
 * Something to be told to one webhook.
 *
 * @param key what the outside calls this delivery
 * @param lane deliveries of one webhook in one lane are tried for the first time in order: the
 *     event's number and the object's name
 * @param body the text that every attempt and every replay sends, to the byte
 */
public record NewDelivery(
    String key, WebhookId webhook, WebhookEvent event, String lane, String body) {}

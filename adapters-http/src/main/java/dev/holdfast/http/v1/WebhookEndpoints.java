package dev.holdfast.http.v1;

import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.webhook.NewWebhook;
import dev.holdfast.domain.webhook.WebhookChange;
import dev.holdfast.domain.webhook.Webhooks;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.PageQuery;

/** Webhooks (section 10). */
final class WebhookEndpoints {
  private static final int DELIVERIES_A_PAGE = 50;

  private final Webhooks webhooks;

  WebhookEndpoints(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  Answer create(Call call) {
    NewWebhook webhook = WebhookRequests.create(call.body());
    return call.change(
        () -> webhooks.create(call.workspace(), webhook),
        outcome ->
            V1Answers.of(
                outcome,
                Asked.LOOK_UP,
                created -> Answer.created(json -> WebhookJson.created(json, created))));
  }

  Answer list(Call call) {
    Page.Request asked = PageQuery.of(call);
    return PageQuery.answer(webhooks.list(call.workspace(), asked), asked, WebhookJson::webhook);
  }

  Answer find(Call call) {
    return V1Answers.of(webhooks.find(call.workspace(), key(call)), WebhookJson::webhook);
  }

  Answer update(Call call) {
    WebhookChange change = WebhookRequests.update(call.body());
    return call.change(
        () -> webhooks.update(call.workspace(), key(call), change),
        outcome -> V1Answers.of(outcome, WebhookJson::webhook));
  }

  Answer delete(Call call) {
    return call.change(
        () -> webhooks.delete(call.workspace(), key(call)),
        outcome -> V1Answers.of(outcome, (json, key) -> CatalogJson.deleted(json, "id", key)));
  }

  Answer rotate(Call call) {
    return call.change(
        () -> webhooks.rotate(call.workspace(), key(call)),
        outcome -> V1Answers.of(outcome, WebhookJson::rotated));
  }

  Answer test(Call call) {
    return call.change(
        () -> webhooks.test(call.workspace(), key(call)),
        outcome -> V1Answers.of(outcome, WebhookJson::test));
  }

  Answer deliveries(Call call) {
    Page.Request asked = PageQuery.of(call, DELIVERIES_A_PAGE);
    return V1Answers.of(
        webhooks.deliveries(call.workspace(), key(call), asked),
        Asked.LOOK_UP,
        page -> PageQuery.answer(page, asked, WebhookJson::delivery));
  }

  Answer replay(Call call) {
    String original = call.path("deliveryId");
    return call.change(
        () -> webhooks.replay(call.workspace(), key(call), original),
        outcome ->
            V1Answers.of(outcome, (json, replay) -> WebhookJson.replay(json, replay, original)));
  }

  private static String key(Call call) {
    return call.path("webhookId");
  }
}

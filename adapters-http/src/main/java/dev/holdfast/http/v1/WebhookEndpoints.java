package dev.holdfast.http.v1;

import dev.holdfast.domain.port.Page;
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
    return V1Answers.of(
        webhooks.create(call.workspace(), WebhookRequests.create(call.body())),
        Asked.LOOK_UP,
        created -> Answer.created(json -> WebhookJson.created(json, created)));
  }

  Answer list(Call call) {
    Page.Request asked = PageQuery.of(call);
    return PageQuery.answer(webhooks.list(call.workspace(), asked), asked, WebhookJson::webhook);
  }

  Answer find(Call call) {
    return V1Answers.of(webhooks.find(call.workspace(), key(call)), WebhookJson::webhook);
  }

  Answer update(Call call) {
    return V1Answers.of(
        webhooks.update(call.workspace(), key(call), WebhookRequests.update(call.body())),
        WebhookJson::webhook);
  }

  Answer delete(Call call) {
    return V1Answers.of(
        webhooks.delete(call.workspace(), key(call)),
        (json, key) -> CatalogJson.deleted(json, "id", key));
  }

  Answer rotate(Call call) {
    return V1Answers.of(webhooks.rotate(call.workspace(), key(call)), WebhookJson::rotated);
  }

  Answer test(Call call) {
    return V1Answers.of(webhooks.test(call.workspace(), key(call)), WebhookJson::test);
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
    return V1Answers.of(
        webhooks.replay(call.workspace(), key(call), original),
        (json, replay) -> WebhookJson.replay(json, replay, original));
  }

  private static String key(Call call) {
    return call.path("webhookId");
  }
}

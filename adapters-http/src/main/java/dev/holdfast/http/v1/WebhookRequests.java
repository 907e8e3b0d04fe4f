package dev.holdfast.http.v1;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.webhook.NewWebhook;
import dev.holdfast.domain.webhook.WebhookChange;
import dev.holdfast.domain.webhook.WebhookChange.Description;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.http.json.BodyReader;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What v1 asks of webhooks (section 10). */
final class WebhookRequests {
  private static final int MAX_URL = 2_048;
  private static final int MAX_DESCRIPTION = 255;

  /** More than there are events, so that a repeated one is no fault. */
  private static final int MAX_EVENTS = 20;

  private static final List<String> WORDS =
      Arrays.stream(WebhookEvent.values()).map(WebhookEvent::word).toList();

  private WebhookRequests() {}

  static NewWebhook create(BodyReader body) {
    String url = body.text("url", 1, MAX_URL);
    Optional<Set<WebhookEvent>> events = events(body.require("events"));
    Optional<String> description = body.optionalText("description", 0, MAX_DESCRIPTION);
    body.check();
    return new NewWebhook(url, events.orElseThrow(), description.orElse(null));
  }

  /** At least one member has to be there. */
  static WebhookChange update(BodyReader body) {
    Optional<String> url = body.optionalText("url", 1, MAX_URL);
    Optional<Set<WebhookEvent>> events = events(body);
    Optional<Boolean> enabled = body.optionalFlag("enabled");
    Description description = description(body);
    boolean none =
        !body.has("url") && !body.has("events") && !body.has("enabled") && !body.has("description");
    if (none) {
      body.problem("At least one of url, events, enabled and description is required");
    }
    body.check();
    return new WebhookChange(url, events, enabled, description);
  }

  /** Null takes it away. */
  private static Description description(BodyReader body) {
    JsonNode sent = body.node().get("description");
    if (sent == null) {
      return new Description.Kept();
    }
    if (sent.isNull()) {
      return new Description.Becomes(null);
    }
    return new Description.Becomes(
        body.optionalText("description", 0, MAX_DESCRIPTION).orElse(null));
  }

  private static Optional<Set<WebhookEvent>> events(BodyReader body) {
    return body.optionalChoices("events", MAX_EVENTS, WORDS)
        .filter(words -> !words.isEmpty())
        .map(words ->
            words.stream()
                .map(word -> WebhookEvent.ofWord(word).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(WebhookEvent.class))));
  }
}

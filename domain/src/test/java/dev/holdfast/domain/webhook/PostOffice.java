package dev.holdfast.domain.webhook;

import dev.holdfast.domain.contract.WebhookRules;
import dev.holdfast.domain.inmemory.InMemoryWebhooks;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.WebhookSenderPort;
import dev.holdfast.domain.reservation.House;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.NewWorkspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A house with webhooks, a courier, and receivers that answer as told. One thread does all. */
final class PostOffice implements WebhookSenderPort {
  final House house = House.open();
  final InMemoryWebhooks store = new InMemoryWebhooks(house.hall.store);

  /** What was sent, in order: the URL and the first line of the body. */
  final List<String> sent = new ArrayList<>();

  /** The whole bodies. */
  final List<String> bodies = new ArrayList<>();

  /** The headers that went with it. */
  final List<Map<String, String>> headers = new ArrayList<>();

  private final Map<String, Function<String, Sent>> receivers = new HashMap<>();

  /** Attempts that were set going and not made yet. */
  final Deque<Runnable> waiting = new ArrayDeque<>();

  @Override
  public Optional<String> problemWith(WorkspaceId owner, String url) {
    return url.startsWith("https://") ? Optional.empty() : Optional.of("not https");
  }

  @Override
  public Sent send(WorkspaceId owner, String url, Map<String, String> with, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    String line = text.lines().findFirst().orElse("");
    sent.add(url + " " + line);
    bodies.add(text);
    headers.add(with);
    return receivers.getOrDefault(url, _ -> new Sent.Answered(204)).apply(text);
  }

  /** From now on this receiver answers so. */
  void answers(String url, Sent answer) {
    receivers.put(url, _ -> answer);
  }

  /** From now on this receiver takes so long to answer. */
  void answersAfter(String url, Duration time, Sent answer) {
    receivers.put(
        url,
        _ -> {
          tick(time);
          return answer;
        });
  }

  /** From now on sending there fails in a way that nobody foresaw. */
  void breaks(String url) {
    receivers.put(
        url,
        _ -> {
          throw new IllegalStateException("planned");
        });
  }

  /** From now on the machine fails whoever sends there. */
  void fails(String url) {
    receivers.put(
        url,
        _ -> {
          throw new OutOfMemoryError("planned");
        });
  }

  Webhook webhook(String url) {
    return webhook(house.hall.workspace, url);
  }

  Webhook webhook(WorkspaceId workspace, String url) {
    NewWebhook wanted = new NewWebhook(url, EnumSet.allOf(WebhookEvent.class), null);
    Webhook webhook =
        store
            .create(workspace, WebhookRules.fresh("wh"), wanted, WebhookRules.SECRET)
            .orElseThrow();
    tick(WebhookRules.MOMENT);
    return webhook;
  }

  /** A workspace beside that of the house. */
  WorkspaceId aWorkspace() {
    String fresh = WebhookRules.fresh("other");
    NewKey admin = new NewKey(KeyKind.ADMIN, KeyHash.of(fresh), fresh);
    NewCompany company =
        new NewCompany(
            "Other",
            fresh,
            admin,
            List.of(new NewWorkspace(fresh + "_a", "Other", false, List.of())));
    return house.hall.catalog.createCompany(company).workspaces().getFirst().workspace().id();
  }

  /** Queues so many for a webhook by hand, each in a lane of its own. */
  void queue(WorkspaceId workspace, Webhook webhook, int count) {
    for (int i = 1; i <= count; i++) {
      store.queue(
          workspace, webhook.key(), WebhookRules.fresh("wd"), WebhookEvent.SEAT_HELD, "" + i);
    }
  }

  /** A courier whose attempts are made when {@link #work} is called. */
  Courier courier(RetrySchedule schedule, CourierLimits limits) {
    NodeId node = new NodeId(UUID.randomUUID());
    return new Courier(store, this, schedule, house.hall.clock, node, limits, waiting::add);
  }

  /** Reads on in the journal. */
  void readOn() {
    FanOut fanOut = new FanOut(WebhookRules.WORDS, IdSource.secure());
    while (store.fanOut(1_000, fanOut::deliveries) > 0) {
      // There may be more.
    }
  }

  /** Makes all attempts that were set going, and those that follow in their lanes. */
  void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  void tick(Duration time) {
    house.hall.clock.tick(time);
  }
}

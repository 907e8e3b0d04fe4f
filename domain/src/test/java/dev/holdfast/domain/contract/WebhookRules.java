package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.PayloadNotation;
import dev.holdfast.domain.webhook.Attempt;
import dev.holdfast.domain.webhook.Delivery;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.EventFacts;
import dev.holdfast.domain.webhook.FanOut;
import dev.holdfast.domain.webhook.NewWebhook;
import dev.holdfast.domain.webhook.Room;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.webhook.WebhookChange;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.domain.webhook.WebhookSecret;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The words in which the rules about webhooks are written. */
public interface WebhookRules extends SeatLedgerRules, WebhookBackend {
  String URL = "https://hooks.example/in";
  Set<WebhookEvent> ALL = EnumSet.allOf(WebhookEvent.class);
  WebhookSecret SECRET = new WebhookSecret("whsec_0123456789abcdef0123456789abcdef");

  NodeId ONE = new NodeId(new UUID(0, 1));
  NodeId OTHER = new NodeId(new UUID(0, 2));

  /** A clock's smallest step in every store. */
  Duration MOMENT = Duration.ofMillis(1);

  /** For all there is. */
  Room ROOMY = new Room(1_000, Map.of());

  Page.Request FIRST = new Page.Request(1, 100);

  /** The first line says what happened, the second to what, the third is the payload's id. */
  PayloadNotation WORDS =
      new PayloadNotation() {
        @Override
        public String text(String id, WebhookEvent event, EventFacts facts, JournalEntry entry) {
          return "%s %s #%d%n%s|%s|%s|%s%n%s"
              .formatted(
                  event.word(),
                  entry.object(),
                  entry.seq(),
                  facts.eventKey(),
                  facts.eventName(),
                  facts.chartKey(),
                  facts.chartName(),
                  id);
        }

        @Override
        public String sample(String id, Instant now) {
          return id;
        }
      };

  FanOut TO_EACH = new FanOut(WORDS, IdSource.secure());

  static NewWebhook to(String url, WebhookEvent... events) {
    return new NewWebhook(url, events.length == 0 ? ALL : Set.of(events), null);
  }

  /** A webhook for everything, in which nothing that happened before has its part. */
  default Webhook aWebhook(WorkspaceId workspace, WebhookEvent... events) {
    Webhook webhook =
        webhooks().create(workspace, fresh("wh"), to(URL, events), SECRET).orElseThrow();
    moveClock(MOMENT);
    return webhook;
  }

  static String fresh(String kind) {
    return CatalogRules.fresh(kind);
  }

  static WebhookChange enabled(boolean enabled) {
    return new WebhookChange(
        Optional.empty(),
        Optional.empty(),
        Optional.of(enabled),
        new WebhookChange.Description.Kept());
  }

  default void enable(WorkspaceId workspace, Webhook webhook, boolean enabled) {
    moveClock(MOMENT);
    assertTrue(webhooks().update(workspace, webhook.key(), enabled(enabled)).isPresent());
    moveClock(MOMENT);
  }

  default void hold(Event event, String... labels) {
    change(
        event.id(),
        Set.of(labels),
        draft -> List.of(labels).forEach(label -> draft.hold(label, ANN, QUARTER)));
  }

  /** Reads on in all journals, and says how many entries there were. */
  default int fanOut() {
    int entries = 0;
    for (int more = 1; more > 0; entries += more) {
      more = again(() -> deliveries().fanOut(1_000, TO_EACH::deliveries));
    }
    return entries;
  }

  static <T> T again(java.util.function.Supplier<T> work) {
    return SeatLedgerRules.again(work);
  }

  /** Queues something by hand. */
  default Delivery queue(WorkspaceId workspace, Webhook webhook, String body) {
    return webhooks()
        .queue(workspace, webhook.key(), fresh("wd"), WebhookEvent.SEAT_HELD, body)
        .orElseThrow();
  }

  /** All that a node can have, as long as nothing is under way. */
  default List<DueDelivery> take(NodeId node) {
    return deliveries().take(node, Set.of(), ROOMY);
  }

  static List<String> bodies(List<DueDelivery> due) {
    return due.stream().map(DueDelivery::body).toList();
  }

  /** The first lines of the bodies. */
  static List<String> told(List<DueDelivery> due) {
    return due.stream().map(each -> each.body().lines().findFirst().orElse("")).toList();
  }

  default Page<Delivery> listed(WorkspaceId workspace, Webhook webhook) {
    return webhooks().deliveries(workspace, webhook.key(), FIRST).orElseThrow();
  }

  /** The delivery that was queued last. */
  default Delivery latest(WorkspaceId workspace, Webhook webhook) {
    return listed(workspace, webhook).items().getFirst();
  }

  static Attempt delivered(DueDelivery due) {
    return new Attempt(
        due.id(), due.attempts() + 1, 204, Duration.ofMillis(88), new Attempt.Next.Delivered());
  }

  static Attempt inVain(DueDelivery due, Duration pause) {
    return new Attempt(
        due.id(), due.attempts() + 1, 503, Duration.ofMillis(7), new Attempt.Next.Again(pause));
  }

  static Attempt givenUp(DueDelivery due) {
    return new Attempt(
        due.id(), due.attempts() + 1, null, Duration.ofSeconds(30), new Attempt.Next.GivenUp());
  }

  /** Delivers all that is due. */
  default void deliverAll() {
    deliveries().record(take(ONE).stream().map(WebhookRules::delivered).toList());
  }
}

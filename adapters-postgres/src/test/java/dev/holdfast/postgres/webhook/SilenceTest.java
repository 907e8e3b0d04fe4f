package dev.holdfast.postgres.webhook;

import static dev.holdfast.postgres.Till.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.webhook.NewWebhook;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.domain.webhook.WebhookSecret;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.Till;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** While nobody writes, journals are looked through now and then only. */
final class SilenceTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final Silence silence = new Silence(NOW);
  private final DeliveryPort deliveries = SCHEMA.store().deliveries();
  private final Till till = new Till(SCHEMA.store());

  @Test
  void it_lasts_while_no_commit_can_have_come_since() {
    assertTrue(silence.lasts(NOW, null));
    assertTrue(silence.lasts(NOW, NOW.minus(Silence.OPEN).minus(MOMENT)));
    assertFalse(silence.lasts(NOW, NOW.minus(Silence.OPEN)), "it may have been open still");
    assertFalse(silence.lasts(NOW.plus(MOMENT), NOW.plus(MOMENT)));
  }

  @Test
  void it_is_not_believed_for_ever_nor_by_a_clock_that_was_set_back() {
    assertTrue(silence.lasts(NOW.plus(Silence.BELIEVED).minus(MOMENT), null));
    assertFalse(silence.lasts(NOW.plus(Silence.BELIEVED), null));
    assertFalse(silence.lasts(NOW.minus(MOMENT), null));
    assertFalse(Silence.NONE.lasts(NOW, null));
  }

  private EventId aSilentEventThatIsHeard() {
    WorkspaceId workspace = till.aWorkspace();
    SCHEMA
        .store()
        .webhooks()
        .create(
            workspace,
            "wh_a",
            new NewWebhook("https://hooks.example", Set.of(WebhookEvent.SEAT_HELD), null),
            new WebhookSecret("whsec_0"));
    EventId event = till.anEvent(workspace);
    till.hold(event, ANN, "A-1");
    SCHEMA.moveClock(Silence.OPEN.plus(MOMENT));
    assertEquals(1, fanOut());
    assertEquals(0, fanOut());
    return event;
  }

  private int fanOut() {
    return deliveries.fanOut(10, _ -> List.of());
  }

  @Test
  void whoever_writes_ends_it_at_once() {
    EventId event = aSilentEventThatIsHeard();
    till.hold(event, ANN, "A-2");
    assertEquals(1, fanOut());
  }

  @Test
  void while_it_lasts_no_event_is_looked_at_and_then_each_is() throws SQLException {
    aSilentEventThatIsHeard();
    SCHEMA.run("UPDATE webhook_mark SET seq = 0");
    assertEquals(0, fanOut());
    SCHEMA.moveClock(Silence.BELIEVED);
    assertEquals(1, fanOut());
  }
}

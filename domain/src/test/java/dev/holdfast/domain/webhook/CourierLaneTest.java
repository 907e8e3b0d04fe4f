package dev.holdfast.domain.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.holdfast.domain.contract.WebhookRules;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.WebhookSenderPort.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits, in its lane or for want of room: where it goes, and that it keeps its place. */
final class CourierLaneTest {
  private static final String OLD = "https://old.example/in";
  private static final String NEW = "https://new.example/in";
  private static final String HELD = " seat.held A-1 #1";
  private static final String RELEASED = " seat.released A-1 #2";
  private static final String HELD_AGAIN = " seat.held A-1 #3";
  private static final Duration REST = Duration.ofSeconds(1);
  private static final WebhookSecret ANOTHER = new WebhookSecret("whsec_ffff");

  private final PostOffice office = new PostOffice();
  private final Courier courier = office.courier(RetrySchedule.STANDARD, CourierLimits.STANDARD);
  private final Webhook webhook = office.webhook(OLD);

  /** A seat that was held and freed: the second waits for the first. */
  @BeforeEach
  void twoInOneLane() {
    office.house.hold("ada", "A-1");
    office.house.free("A-1");
    office.readOn();
  }

  private void change(Optional<String> url, Optional<Boolean> enabled) {
    WebhookChange.Description kept = new WebhookChange.Description.Kept();
    WebhookChange change = new WebhookChange(url, Optional.empty(), enabled, kept);
    office.store.update(office.house.hall.workspace, webhook.key(), change);
    office.tick(WebhookRules.MOMENT);
  }

  private void enable(boolean enabled) {
    change(Optional.empty(), Optional.of(enabled));
  }

  private List<Delivery> lastFirst() {
    return office
        .store
        .deliveries(office.house.hall.workspace, webhook.key(), new Page.Request(1, 100))
        .orElseThrow()
        .items();
  }

  private int round() {
    int taken = courier.round();
    office.work();
    courier.recordEnded();
    return taken;
  }

  @Test
  void what_waited_goes_to_where_its_webhook_is_by_then_signed_with_its_secret_by_then() {
    assertEquals(2, courier.round());
    change(Optional.of(NEW), Optional.empty());
    office.store.rotate(office.house.hall.workspace, webhook.key(), ANOTHER);
    office.work();
    // The first one was on its way before.
    assertEquals(List.of(OLD + HELD, NEW + RELEASED), office.sent);
    byte[] body = office.bodies.get(1).getBytes(StandardCharsets.UTF_8);
    assertEquals(
        Signature.of(ANOTHER, office.house.hall.clock.now(), body),
        office.headers.get(1).get(Signature.HEADER));
  }

  @Test
  void what_waited_is_not_sent_to_a_webhook_that_is_deleted_by_then() {
    courier.round();
    office.store.delete(office.house.hall.workspace, webhook.key());
    office.work();
    office.tick(REST);
    assertEquals(0, round());
    assertEquals(List.of(OLD + HELD), office.sent);
    assertEquals(0, courier.underWay());
    assertEquals(DeliveryStatus.FAILED, lastFirst().getFirst().status());
    assertEquals(0, lastFirst().getFirst().attempts());
  }

  @Test
  void what_waited_while_its_webhook_was_disabled_is_sent_when_it_is_enabled() {
    courier.round();
    enable(false);
    office.work();
    office.tick(REST);
    assertEquals(0, round());
    assertEquals(List.of(OLD + HELD), office.sent);
    assertEquals(DeliveryStatus.QUEUED, lastFirst().getFirst().status());
    enable(true);
    assertEquals(1, round());
    assertEquals(List.of(OLD + HELD, OLD + RELEASED), office.sent);
  }

  @Test
  void I8_what_waited_is_sent_in_order_after_the_store_could_not_say_where_to() {
    courier.round();
    office.house.hall.store.breakDown();
    office.work();
    office.house.hall.store.repair();
    assertEquals(List.of(OLD + HELD), office.sent);
    office.house.hold("ada", "A-1");
    office.readOn();
    assertEquals(1, round());
    assertEquals(List.of(OLD + HELD), office.sent);
    office.tick(REST);
    assertEquals(2, round());
    assertEquals(List.of(OLD + HELD, OLD + RELEASED, OLD + HELD_AGAIN), office.sent);
    assertEquals(0, courier.underWay());
  }

  @Test
  void I8_an_attempt_that_could_not_be_begun_is_none_and_nothing_overtakes_it() {
    office.answers(OLD, new Sent.NotBegun());
    assertEquals(2, round());
    assertEquals(DeliveryStatus.QUEUED, lastFirst().getLast().status());
    assertEquals(0, lastFirst().getLast().attempts());
    assertNull(lastFirst().getLast().lastAttemptAt());
    office.answers(OLD, new Sent.Answered(204));
    office.house.hold("ada", "A-1");
    office.readOn();
    office.tick(REST.minusNanos(1));
    assertEquals(1, round());
    assertEquals(1, office.sent.size());
    office.tick(Duration.ofNanos(1));
    assertEquals(3, round());
    assertEquals(List.of(OLD + HELD, OLD + HELD, OLD + RELEASED, OLD + HELD_AGAIN), office.sent);
    assertEquals(1, lastFirst().getLast().attempts());
    assertEquals(0, courier.underWay());
  }

  @Test
  void a_retry_that_could_not_be_begun_is_still_to_be_made() {
    office.answers(OLD, new Sent.Answered(500));
    assertEquals(2, round());
    office.answers(OLD, new Sent.NotBegun());
    office.tick(Duration.ofSeconds(1));
    assertEquals(2, round());
    office.answers(OLD, new Sent.Answered(204));
    office.tick(REST);
    assertEquals(2, round());
    assertEquals(2, lastFirst().getLast().attempts());
    assertEquals(DeliveryStatus.SUCCESS, lastFirst().getLast().status());
  }
}

package dev.holdfast.domain.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.WebhookSenderPort.Sent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CourierTest {
  private static final String GOOD = "https://good.example/in";
  private static final String DEAD = "https://dead.example/in";
  private static final CourierLimits SMALL =
      new CourierLimits(4, 2, 20, 20, 3, Duration.ofSeconds(5));
  private static final RetrySchedule TWICE =
      new RetrySchedule(List.of(Duration.ofSeconds(1), Duration.ofSeconds(10)));

  private final PostOffice office = new PostOffice();
  private final Courier courier = office.courier(TWICE, CourierLimits.STANDARD);

  private List<Delivery> deliveries(Webhook webhook) {
    return office
        .store
        .deliveries(office.house.hall.workspace, webhook.key(), new Page.Request(1, 100))
        .orElseThrow()
        .items();
  }

  private Delivery only(Webhook webhook) {
    List<Delivery> all = deliveries(webhook);
    assertEquals(1, all.size());
    return all.getFirst();
  }

  private void hold(String... seats) {
    office.house.hold("ada", seats);
    office.readOn();
  }

  private int round(Courier of) {
    int taken = of.round();
    office.work();
    of.recordEnded();
    return taken;
  }

  @Test
  void I8_what_happened_is_sent_signed_and_recorded_once() {
    Webhook webhook = office.webhook(GOOD);
    hold("A-1");
    assertEquals(1, round(courier));
    assertEquals(0, round(courier));
    assertEquals(List.of(GOOD + " seat.held A-1 #1"), office.sent);
    String signature = office.headers.getFirst().getOrDefault(Signature.HEADER, "none");
    assertEquals(
        office.house.hall.clock.now().getEpochSecond(),
        Long.parseLong(signature.substring(2, signature.indexOf(','))));
    Delivery delivery = only(webhook);
    assertEquals(DeliveryStatus.SUCCESS, delivery.status());
    assertEquals(204, delivery.responseStatus());
    assertEquals(1, delivery.attempts());
  }

  @Test
  void I8_an_attempt_in_vain_is_made_again_after_each_wait_and_then_given_up() {
    Webhook webhook = office.webhook(DEAD);
    office.answers(DEAD, new Sent.Answered(500));
    hold("A-1");
    round(courier);
    assertEquals(DeliveryStatus.RETRYING, only(webhook).status());
    office.tick(Duration.ofSeconds(1).minusNanos(1_000));
    assertEquals(0, round(courier));
    office.tick(Duration.ofNanos(1_000));
    assertEquals(1, round(courier));
    office.tick(Duration.ofSeconds(10));
    assertEquals(1, round(courier));
    assertEquals(DeliveryStatus.FAILED, only(webhook).status());
    office.tick(Duration.ofDays(1));
    assertEquals(0, round(courier));
    assertEquals(3, office.sent.size());
  }

  @Test
  void a_receiver_that_does_not_answer_has_no_status() {
    Webhook webhook = office.webhook(DEAD);
    office.answers(DEAD, new Sent.NotAnswered("refused"));
    hold("A-1");
    round(courier);
    assertNull(only(webhook).responseStatus());
    assertEquals(DeliveryStatus.RETRYING, only(webhook).status());
  }

  @Test
  void a_redirect_is_no_success() {
    Webhook webhook = office.webhook(DEAD);
    office.answers(DEAD, new Sent.Answered(302));
    hold("A-1");
    round(courier);
    assertEquals(DeliveryStatus.RETRYING, only(webhook).status());
  }

  @Test
  void I8_first_attempts_of_one_seat_are_made_one_after_the_other_in_order() {
    office.webhook(GOOD);
    hold("A-1", "A-2");
    office.house.free("A-1");
    office.readOn();
    assertEquals(3, courier.round());
    assertEquals(2, office.waiting.size());
    office.waiting.remove().run();
    assertEquals(List.of(GOOD + " seat.held A-1 #1"), office.sent);
    assertEquals(2, office.waiting.size());
    office.work();
    assertEquals(
        List.of(
            GOOD + " seat.held A-1 #1", GOOD + " seat.held A-2 #2", GOOD + " seat.released A-1 #3"),
        office.sent);
  }

  @Test
  void I8_a_first_attempt_in_vain_does_not_keep_the_next_of_its_seat() {
    office.webhook(DEAD);
    office.answers(DEAD, new Sent.Answered(500));
    hold("A-1");
    office.house.free("A-1");
    office.readOn();
    round(courier);
    assertEquals(List.of(DEAD + " seat.held A-1 #1", DEAD + " seat.released A-1 #2"), office.sent);
  }

  @Test
  void a_webhook_that_does_not_answer_takes_nothing_from_another() {
    Courier small = office.courier(TWICE, SMALL);
    office.webhook(DEAD);
    for (int seat = 1; seat <= 12; seat++) {
      hold("A-" + seat);
    }
    office.webhook(GOOD);
    hold("A-13");
    // Attempts at the dead one never end.
    assertEquals(5, small.round());
    assertEquals(5, office.waiting.size());
    assertEquals(0, small.round());
    assertEquals(5, small.underWay());
  }

  @Test
  void a_webhook_whose_attempts_are_all_in_vain_has_little_under_way_until_one_succeeds() {
    Courier small = office.courier(TWICE, SMALL);
    office.webhook(DEAD);
    office.answers(DEAD, new Sent.Answered(500));
    for (int seat = 1; seat <= 12; seat++) {
      hold("A-" + seat);
    }
    assertEquals(4, round(small));
    assertEquals(2, round(small));
    office.answers(DEAD, new Sent.Answered(200));
    assertEquals(2, round(small));
    assertEquals(4, round(small));
  }

  @Test
  void I8_an_attempt_that_could_not_be_recorded_is_recorded_later_and_not_made_again() {
    Webhook webhook = office.webhook(GOOD);
    hold("A-1");
    courier.round();
    office.work();
    office.house.hall.store.breakDown();
    assertThrows(StoreFailure.Unavailable.class, courier::round);
    office.house.hall.store.repair();
    assertEquals(0, round(courier));
    assertEquals(1, office.sent.size());
    assertEquals(DeliveryStatus.SUCCESS, only(webhook).status());
  }

  @Test
  void I8_what_a_node_did_not_record_before_it_died_is_sent_again_by_another() {
    Webhook webhook = office.webhook(GOOD);
    hold("A-1");
    courier.round();
    office.work();
    Courier other = office.courier(TWICE, CourierLimits.STANDARD);
    assertEquals(0, round(other));
    office.tick(DeliveryPort.LEASE);
    assertEquals(1, round(other));
    assertEquals(2, office.sent.size());
    assertEquals(DeliveryStatus.SUCCESS, only(webhook).status());
  }

  @Test
  void two_nodes_share_the_work_without_sending_anything_twice() {
    Courier other = office.courier(TWICE, CourierLimits.STANDARD);
    office.webhook(GOOD);
    hold("A-1", "A-2", "A-3");
    int taken = courier.round() + other.round();
    office.work();
    courier.recordEnded();
    other.recordEnded();
    assertEquals(3, taken);
    assertEquals(3, office.sent.stream().distinct().count());
    assertEquals(3, office.sent.size());
  }

  @Test
  void a_sender_that_breaks_is_an_attempt_in_vain() {
    Webhook webhook = office.webhook(DEAD);
    office.breaks(DEAD);
    hold("A-1");
    round(courier);
    assertEquals(DeliveryStatus.RETRYING, only(webhook).status());
  }

  @Test
  void an_error_in_an_attempt_costs_neither_its_slot_nor_its_lane() {
    Webhook webhook = office.webhook(DEAD);
    office.fails(DEAD);
    hold("A-1");
    office.house.free("A-1");
    office.readOn();
    round(courier);
    assertEquals(0, courier.underWay());
    assertEquals(2, office.sent.size());
    assertEquals(DeliveryStatus.RETRYING, deliveries(webhook).getLast().status());
  }

  @Test
  void I8_a_courier_that_is_full_keeps_its_webhooks_to_itself() {
    Courier tiny = office.courier(TWICE, new CourierLimits(4, 2, 4, 4, 3, Duration.ofSeconds(5)));
    Courier other = office.courier(TWICE, CourierLimits.STANDARD);
    office.webhook(GOOD);
    for (int seat = 1; seat <= 8; seat++) {
      hold("A-" + seat);
    }
    tiny.round();
    for (int times = 0; times < 4; times++) {
      office.tick(DeliveryPort.LEASE.dividedBy(2));
      tiny.round();
      assertEquals(0, other.round());
    }
  }
}

package dev.holdfast.domain.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.port.WebhookSenderPort.Sent;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever does not answer, or late, takes nothing from the others. */
final class CourierShareTest {
  private static final String SLOW = "https://slow.example/in";
  private static final Duration LATE = Duration.ofSeconds(5);

  private final PostOffice office = new PostOffice();

  private Courier courier(int perWorkspace, int total) {
    return office.courier(
        RetrySchedule.STANDARD, new CourierLimits(4, 2, perWorkspace, total, 3, LATE));
  }

  /** A workspace with so many webhooks that have more to be told than a node sends at once. */
  private WorkspaceId aBusyWorkspace(int webhooks) {
    WorkspaceId workspace = office.aWorkspace();
    for (int hook = 0; hook < webhooks; hook++) {
      office.queue(workspace, office.webhook(workspace, SLOW), 8);
    }
    return workspace;
  }

  private Webhook aNewcomer() {
    WorkspaceId workspace = office.aWorkspace();
    Webhook webhook = office.webhook(workspace, "https://new.example/" + workspace.value());
    office.queue(workspace, webhook, 1);
    return webhook;
  }

  private static int round(PostOffice office, Courier courier) {
    int taken = courier.round();
    office.work();
    courier.recordEnded();
    return taken;
  }

  @Test
  void all_webhooks_of_a_workspace_together_leave_room_for_another_workspace() {
    Courier courier = courier(6, 10);
    aBusyWorkspace(5);
    Webhook other = aNewcomer();
    // Attempts at the others never end.
    assertEquals(7, courier.round());
    assertEquals(0, courier.round());
    assertEquals(7, courier.underWay());
    office.work();
    assertEquals(1, office.sent.stream().filter(each -> each.startsWith(other.url())).count());
  }

  @Test
  void however_many_workspaces_are_busy_there_is_room_for_one_that_is_not() {
    Courier courier = courier(4, 8);
    for (int workspace = 0; workspace < 3; workspace++) {
      aBusyWorkspace(2);
    }
    assertEquals(6, courier.round());
    assertEquals(0, courier.round());
    aNewcomer();
    assertEquals(1, courier.round());
    assertEquals(0, courier.round());
  }

  @Test
  void what_is_under_way_is_bounded_over_all_workspaces() {
    Courier courier = courier(4, 8);
    for (int workspace = 0; workspace < 20; workspace++) {
      aBusyWorkspace(1);
    }
    assertEquals(8, courier.round());
    // Nothing is set going, so whoever repeats rounds while there is something to do stops.
    assertEquals(0, courier.round());
    assertEquals(8, courier.underWay());
    office.work();
    courier.recordEnded();
    assertEquals(0, courier.underWay());
  }

  @Test
  void a_receiver_that_answers_late_has_little_under_way_until_it_answers_soon() {
    Courier courier = courier(20, 20);
    WorkspaceId workspace = office.aWorkspace();
    office.queue(workspace, office.webhook(workspace, SLOW), 12);
    office.answersAfter(SLOW, LATE, new Sent.Answered(204));
    assertEquals(4, round(office, courier));
    assertEquals(2, round(office, courier));
    office.answersAfter(SLOW, LATE.minusMillis(1), new Sent.Answered(204));
    assertEquals(2, round(office, courier));
    assertEquals(4, round(office, courier));
  }

  @Test
  void limits_that_contradict_each_other_are_refused() {
    List<Runnable> wrong = new ArrayList<>();
    wrong.add(() -> new CourierLimits(4, 0, 6, 10, 3, LATE));
    wrong.add(() -> new CourierLimits(4, 5, 6, 10, 3, LATE));
    wrong.add(() -> new CourierLimits(4, 2, 3, 10, 3, LATE));
    wrong.add(() -> new CourierLimits(4, 2, 11, 10, 3, LATE));
    wrong.add(() -> new CourierLimits(4, 2, 1_001, 2_000, 3, LATE));
    wrong.add(() -> new CourierLimits(4, 2, 6, 10, 0, LATE));
    wrong.add(() -> new CourierLimits(4, 2, 6, 10, 3, LATE.negated()));
    wrong.forEach(each -> assertThrows(IllegalArgumentException.class, each::run));
  }
}

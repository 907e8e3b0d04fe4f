package dev.holdfast.app;

import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.PayloadNotation;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.port.WebhookSenderPort;
import dev.holdfast.domain.webhook.Courier;
import dev.holdfast.domain.webhook.CourierLimits;
import dev.holdfast.domain.webhook.FanOut;
import dev.holdfast.domain.webhook.RetrySchedule;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** From the journal to the webhooks, in the background. */
final class WebhookWork {
  /** How soon what happened is queued, and what is queued is sent, when there was nothing to do. */
  private static final Duration PAUSE = Duration.ofMillis(200);

  private static final Duration PRUNE = Duration.ofSeconds(10);

  /** Entries put into words in one transaction. */
  private static final int PASSAGE = 200;

  /** So much without a pause; what is left comes after it, so that a stop is never far. */
  private static final int IN_A_ROW = 50;

  private static final int PRUNED = 1_000;

  private final DeliveryPort queue;
  private final FanOut fanOut;
  private final Courier courier;

  private WebhookWork(DeliveryPort queue, FanOut fanOut, Courier courier) {
    this.queue = queue;
    this.fanOut = fanOut;
    this.courier = courier;
  }

  /**
   * Starts it.
   *
   * @param closing gets what has to be closed
   */
  static void start(
      DeliveryPort queue,
      WebhookSenderPort sender,
      PayloadNotation notation,
      RetrySchedule schedule,
      Closing closing) {
    IdSource ids = IdSource.secure();
    ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();
    // Attempts under way are not waited for: what has no recorded end is sent again.
    closing.add((AutoCloseable) attempts::shutdownNow);
    Courier courier =
        new Courier(
            queue,
            sender,
            schedule,
            TimeSource.system(),
            new NodeId(ids.uuid()),
            CourierLimits.STANDARD,
            attempts);
    WebhookWork work = new WebhookWork(queue, new FanOut(notation, ids), courier);
    closing.add((AutoCloseable) courier::recordEnded);
    closing.add(Repeating.every(PAUSE, "webhook fan-out", work::readOn));
    closing.add(Repeating.every(PAUSE, "webhook courier", work::send));
    closing.add(Repeating.every(PRUNE, "webhook pruning", work::prune));
  }

  private void readOn() {
    for (int times = 0; times < IN_A_ROW; times++) {
      if (queue.fanOut(PASSAGE, fanOut::deliveries) == 0) {
        return;
      }
    }
  }

  private void send() {
    for (int times = 0; times < IN_A_ROW; times++) {
      if (courier.round() == 0) {
        return;
      }
    }
  }

  private void prune() {
    for (int times = 0; times < IN_A_ROW; times++) {
      if (queue.prune(PRUNED) < PRUNED) {
        return;
      }
    }
  }
}

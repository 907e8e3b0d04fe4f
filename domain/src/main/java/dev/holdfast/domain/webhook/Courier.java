package dev.holdfast.domain.webhook;

import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.port.WebhookSenderPort;
import dev.holdfast.domain.port.WebhookSenderPort.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Takes what is due and sends it, at least once each (I8). First attempts of one webhook and lane
 * are made one after the other, in order; a webhook that does not answer has little under way, so
 * that it takes nothing from the others. What is under way is bounded, whatever the backlog.
 *
 * <p>An attempt that cannot be recorded is recorded later; if the node dies before, it is made
 * again by another.
 */
public final class Courier {
  /** Most attempts recorded at a time. */
  private static final int RECORDS = 1_000;

  private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

  private final DeliveryPort queue;
  private final WebhookSenderPort sender;
  private final RetrySchedule schedule;
  private final TimeSource time;
  private final NodeId node;
  private final CourierLimits limits;
  private final Executor attempts;

  private record Lane(WebhookId webhook, String name) {}

  // All below is guarded by this object's monitor; nothing waits for anything while it has it.
  private final Map<Lane, Deque<DueDelivery>> lanes = new HashMap<>();
  private final Map<Long, WebhookId> underWay = new HashMap<>();
  private final Map<WebhookId, Integer> vain = new HashMap<>();
  private final List<Attempt> ended = new ArrayList<>();

  /**
   * One node's courier.
   *
   * @param attempts runs each attempt, which may take as long as {@link WebhookSenderPort#TOTAL}
   */
  public Courier(
      DeliveryPort queue,
      WebhookSenderPort sender,
      RetrySchedule schedule,
      TimeSource time,
      NodeId node,
      CourierLimits limits,
      Executor attempts) {
    this.queue = queue;
    this.sender = sender;
    this.schedule = schedule;
    this.time = time;
    this.node = node;
    this.limits = limits;
    this.attempts = attempts;
  }

  /**
   * Records what has ended, takes what is due and sets it going. Not to be called by several
   * threads at once.
   *
   * @return how many deliveries were set going; 0 when there is nothing to do, or no room for it
   */
  public int round() {
    recordEnded();
    Set<Long> mine;
    Map<WebhookId, Integer> room;
    boolean isFull;
    synchronized (this) {
      mine = new HashSet<>(underWay.keySet());
      isFull = mine.size() > limits.total() - limits.perWebhook();
      room = room(isFull);
    }
    // Full or not, taking is what keeps this node's webhooks to itself.
    List<DueDelivery> due = queue.take(node, mine, isFull ? 1 : limits.perWebhook(), room);
    int accepted = 0;
    for (DueDelivery each : due) {
      accepted += accept(each) ? 1 : 0;
    }
    return accepted;
  }

  /**
   * How many more each webhook may have under way, where that is not the usual number.
   *
   * @param isFull whether there is room only for those that have nothing under way
   */
  private Map<WebhookId, Integer> room(boolean isFull) {
    Map<WebhookId, Integer> busy = new HashMap<>();
    underWay.values().forEach(webhook -> busy.merge(webhook, 1, Integer::sum));
    vain.forEach((webhook, _) -> busy.putIfAbsent(webhook, 0));
    Map<WebhookId, Integer> room = new HashMap<>();
    busy.forEach((webhook, count) -> {
      boolean isTroubled = vain.getOrDefault(webhook, 0) >= limits.troubledAfter();
      int most = isTroubled ? limits.perTroubled() : limits.perWebhook();
      room.put(webhook, isFull ? 0 : Math.max(0, most - count));
    });
    return room;
  }

  /** Deliveries taken and not recorded yet. */
  public synchronized int underWay() {
    return underWay.size();
  }

  /** False when there is no room for it: it stays in the queue, and needs no record. */
  private boolean accept(DueDelivery due) {
    Lane lane = new Lane(due.webhook(), due.lane());
    synchronized (this) {
      if (underWay.size() >= limits.total() || underWay.put(due.id(), due.webhook()) != null) {
        return false;
      }
      if (due.attempts() == 0) {
        Deque<DueDelivery> before = lanes.get(lane);
        if (before != null) {
          before.add(due);
          return true;
        }
        lanes.put(lane, new ArrayDeque<>());
      }
    }
    begin(due, lane);
    return true;
  }

  private void begin(DueDelivery due, Lane lane) {
    try {
      attempts.execute(() -> attempt(due, lane));
    } catch (RuntimeException e) {
      // Not begun, so there is nothing to record: it is taken again.
      forget(due, lane);
      throw e;
    }
  }

  private synchronized void forget(DueDelivery due, Lane lane) {
    underWay.remove(due.id());
    Deque<DueDelivery> waiting = due.attempts() == 0 ? lanes.remove(lane) : null;
    if (waiting != null) {
      waiting.forEach(each -> underWay.remove(each.id()));
    }
  }

  private void attempt(DueDelivery due, Lane lane) {
    long from = time.nanos();
    Sent sent;
    try {
      byte[] body = due.body().getBytes(StandardCharsets.UTF_8);
      Map<String, String> headers = new HashMap<>(HEADERS);
      headers.put(Signature.HEADER, Signature.of(due.secret(), time.now(), body));
      sent = sender.send(due.url(), headers, body);
    } catch (RuntimeException | Error e) {
      // Whatever it was, its slot and its lane belong to others next.
      sent = new Sent.NotAnswered(e.toString());
    }
    end(due, lane, ended(due, sent, time.since(from)));
  }

  private Attempt ended(DueDelivery due, Sent sent, Duration latency) {
    int number = due.attempts() + 1;
    return switch (sent) {
      case Sent.Answered(int status) when status >= 200 && status < 300 ->
          new Attempt(due.id(), number, status, latency, new Attempt.Next.Delivered());
      case Sent.Answered(int status) ->
          new Attempt(due.id(), number, status, latency, schedule.afterFailure(number));
      case Sent.NotAnswered _ ->
          new Attempt(due.id(), number, null, latency, schedule.afterFailure(number));
    };
  }

  private void end(DueDelivery due, Lane lane, Attempt attempt) {
    DueDelivery next = null;
    synchronized (this) {
      ended.add(attempt);
      if (attempt.next() instanceof Attempt.Next.Delivered) {
        vain.remove(due.webhook());
      } else {
        vain.merge(due.webhook(), 1, Integer::sum);
      }
      Deque<DueDelivery> waiting = due.attempts() == 0 ? lanes.get(lane) : null;
      if (waiting != null) {
        next = waiting.poll();
        if (next == null) {
          lanes.remove(lane);
        }
      }
    }
    if (next != null) {
      begin(next, lane);
    }
  }

  /** Records what has ended; what the store does not take is kept for the next time. */
  public void recordEnded() {
    while (true) {
      List<Attempt> some;
      synchronized (this) {
        some = List.copyOf(ended.subList(0, Math.min(RECORDS, ended.size())));
      }
      if (some.isEmpty()) {
        return;
      }
      queue.record(some);
      synchronized (this) {
        ended.subList(0, some.size()).clear();
        some.forEach(each -> underWay.remove(each.delivery()));
      }
    }
  }
}

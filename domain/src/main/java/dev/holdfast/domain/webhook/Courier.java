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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is due and sends it, at least once each (I8). First attempts of one webhook and lane
 * are made one after the other, in order; what is under way is bounded by {@link Load}, whatever
 * the backlog.
 *
 * <p>An attempt that cannot be recorded is recorded later; if the node dies before, it is made
 * again by another. An attempt that could not be begun is none: the delivery goes back into the
 * queue, and what waits behind it in its lane goes with it.
 */
public final class Courier {
  /** Most attempts recorded at a time. */
  private static final int RECORDS = 1_000;

  /** How long what could not be begun keeps its room, so that it is not tried all the time. */
  private static final Duration REST = Duration.ofSeconds(1);

  /** Questions where something goes now, at a time: others need the store as well. */
  private static final int QUESTIONS = 2;

  private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

  private final DeliveryPort queue;
  private final WebhookSenderPort sender;
  private final RetrySchedule schedule;
  private final TimeSource time;
  private final NodeId node;
  private final Executor attempts;
  private final Semaphore questions = new Semaphore(QUESTIONS);

  private record Lane(WebhookId webhook, String name) {}

  /** What was not begun. */
  private record Unbegun(DueDelivery due, Lane lane, long since) {}

  // All below is guarded by this object's monitor; nothing waits for anything while it has it.
  private final Map<Lane, Deque<DueDelivery>> lanes = new HashMap<>();
  private final Load load;
  private final List<Unbegun> unbegun = new ArrayList<>();
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
    this.load = new Load(limits);
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
    Room room;
    synchronized (this) {
      giveBack();
      mine = load.numbers();
      room = load.room();
    }
    // Room or not, taking is what keeps this node's webhooks to itself.
    List<DueDelivery> due = queue.take(node, mine, room);
    int accepted = 0;
    for (DueDelivery each : due) {
      accepted += accept(each) ? 1 : 0;
    }
    return accepted;
  }

  /** Before anything is taken, never while: what comes later in a lane may not overtake it. */
  private void giveBack() {
    List<Unbegun> rested =
        unbegun.stream().filter(each -> time.since(each.since).compareTo(REST) >= 0).toList();
    unbegun.removeAll(rested);
    rested.forEach(each -> forget(each.due, each.lane));
  }

  /** Deliveries taken and not recorded yet. */
  public synchronized int underWay() {
    return load.size();
  }

  /** False when there is no room for it: it stays in the queue, and needs no record. */
  private boolean accept(DueDelivery due) {
    Lane lane = new Lane(due.webhook(), due.lane());
    synchronized (this) {
      if (!load.add(due)) {
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
    begin(due, lane, () -> attempt(due, lane));
    return true;
  }

  private void begin(DueDelivery due, Lane lane, Runnable attempt) {
    try {
      attempts.execute(attempt);
    } catch (RuntimeException e) {
      // Not begun, so there is nothing to record: it is taken again.
      forget(due, lane);
      throw e;
    }
  }

  private synchronized void forget(DueDelivery due, Lane lane) {
    load.remove(due.id());
    Deque<DueDelivery> waiting = due.attempts() == 0 ? lanes.remove(lane) : null;
    if (waiting != null) {
      waiting.forEach(each -> load.remove(each.id()));
    }
  }

  private synchronized void leave(DueDelivery due, Lane lane) {
    unbegun.add(new Unbegun(due, lane, time.nanos()));
  }

  /** An attempt that had to wait in its lane: meanwhile its webhook may have been changed. */
  private void attemptLate(DueDelivery due, Lane lane) {
    targetNow(due.webhook())
        .ifPresentOrElse(now -> attempt(due.to(now), lane), () -> leave(due, lane));
  }

  /** Empty also when it cannot be found out: nothing goes to where it went before. */
  private Optional<Target> targetNow(WebhookId webhook) {
    try {
      questions.acquire();
      try {
        return queue.target(webhook);
      } finally {
        questions.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      // Of a store in trouble the next round tells; the slot and the lane are not lost by it.
      return Optional.empty();
    }
  }

  private void attempt(DueDelivery due, Lane lane) {
    long from = time.nanos();
    Sent sent;
    try {
      byte[] body = due.body().getBytes(StandardCharsets.UTF_8);
      Map<String, String> headers = new HashMap<>(HEADERS);
      headers.put(Signature.HEADER, Signature.of(due.target().secret(), time.now(), body));
      sent = sender.send(due.workspace(), due.target().url(), headers, body);
    } catch (RuntimeException | Error e) {
      // Whatever it was, its slot and its lane belong to others next.
      sent = new Sent.NotAnswered(e.toString());
    }
    Duration latency = time.since(from);
    switch (sent) {
      case Sent.NotBegun _ -> leave(due, lane);
      case Sent.Answered(int status) -> end(due, lane, answered(due, status, latency));
      case Sent.NotAnswered _ -> end(due, lane, inVain(due, null, latency));
    }
  }

  private Attempt answered(DueDelivery due, int status, Duration latency) {
    return status >= 200 && status < 300
        ? new Attempt(due.id(), due.attempts() + 1, status, latency, new Attempt.Next.Delivered())
        : inVain(due, status, latency);
  }

  private Attempt inVain(DueDelivery due, @Nullable Integer status, Duration latency) {
    int number = due.attempts() + 1;
    return new Attempt(due.id(), number, status, latency, schedule.afterFailure(number));
  }

  private void end(DueDelivery due, Lane lane, Attempt attempt) {
    DueDelivery next = null;
    synchronized (this) {
      ended.add(attempt);
      boolean isDelivered = attempt.next() instanceof Attempt.Next.Delivered;
      load.ended(due.webhook(), isDelivered, attempt.latency());
      Deque<DueDelivery> waiting = due.attempts() == 0 ? lanes.get(lane) : null;
      if (waiting != null) {
        next = waiting.poll();
        if (next == null) {
          lanes.remove(lane);
        }
      }
    }
    if (next != null) {
      DueDelivery late = next;
      begin(late, lane, () -> attemptLate(late, lane));
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
        some.forEach(each -> load.remove(each.delivery()));
      }
    }
  }
}

package dev.holdfast.domain.port;

import dev.holdfast.domain.webhook.Attempt;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.NewDelivery;
import dev.holdfast.domain.webhook.Passage;
import dev.holdfast.domain.webhook.Room;
import dev.holdfast.domain.webhook.Target;
import dev.holdfast.domain.webhook.WebhookId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * From the journal to the webhooks, at least once (I8): entries become deliveries in one
 * transaction with the mark of how far an event's journal has been read, so none is left out and
 * none is queued twice; a delivery leaves the queue only when its end is recorded.
 *
 * <p>Any number of nodes may call everything at once. Trouble is a {@link StoreFailure}.
 */
public interface DeliveryPort {
  /**
   * How long a node keeps a webhook to itself without taking again. Other nodes leave the webhook
   * alone until then, so that its first attempts leave in order and none is made twice.
   */
  Duration LEASE = Duration.ofSeconds(15);

  /** How long deliveries are recorded (v1, section 15). */
  Duration RECORDED = Duration.ofDays(30);

  /** Most deliveries taken at a time, over all webhooks. */
  int MOST_TAKEN = 1_000;

  /** Most deliveries queued at a time, unless a single entry makes more. */
  int MOST_QUEUED = 2_000;

  /**
   * Reads on in the journal of one event that is ahead of its mark and that no other node reads on
   * in now, and queues what the function makes of it. When the function throws, nothing was queued
   * and the mark has not moved.
   *
   * <p>Events take turns: one in which much happens, or one for which the function throws, stands
   * in nobody's way. Entries of deleted events are not lost. What happens while a workspace has no
   * enabled webhook is never read.
   *
   * <p>As few entries are read that each of them for every enabled webhook of the workspace makes
   * no more than {@link #MOST_QUEUED} deliveries, but at least one.
   *
   * @param limit most entries, 1 to 1,000; fewer when they are large, by {@link Portion#of(int)}
   * @return how many entries; 0 when no event is ahead that could be had
   * @throws IllegalArgumentException when the limit is out of its bounds
   */
  int fanOut(int limit, Function<Passage, List<NewDelivery>> deliveries);

  /**
   * Takes deliveries that are due, of webhooks that are enabled and that no other node keeps, and
   * keeps these webhooks for {@link #LEASE}, as well as those that this node has deliveries of
   * under way. The earliest due first, equals in the order in which they were queued; {@link
   * #MOST_TAKEN} at most. Webhooks whose secrets this store has no key for are left to other nodes;
   * one whose secret cannot be read stands in nobody's way.
   *
   * @param underWay numbers of deliveries that this node has not recorded yet: not taken again
   * @param room how many at most, of each webhook and of each workspace; of one webhook 1 to 1,000
   *     but for exceptions
   * @throws IllegalArgumentException when a limit is out of its bounds
   */
  List<DueDelivery> take(NodeId node, Set<Long> underWay, Room room);

  /**
   * Where a webhook's deliveries go now; for those that had to wait after they were taken.
   *
   * @return empty when nothing is to be sent to it now: it is deleted or disabled, or its secret is
   *     not one that this store can read
   */
  Optional<Target> target(WebhookId webhook);

  /**
   * Records how attempts ended. What is recorded already is left as it is, so that it can be
   * repeated: an attempt whose number is not higher than the recorded one, of a delivery that
   * succeeded, or of one that is not recorded any more. A delivery whose webhook is gone is not
   * tried again, whatever its attempt says.
   *
   * @param attempts at most 1,000, of distinct deliveries
   * @throws IllegalArgumentException when there are too many
   */
  void record(List<Attempt> attempts);

  /**
   * Forgets some deliveries that are done and were queued longer than {@link #RECORDED} ago, and
   * those of webhooks that were deleted longer ago.
   *
   * @param limit at most this many, 1 to 10,000
   * @return how many
   * @throws IllegalArgumentException when the limit is out of its bounds
   */
  int prune(int limit);
}

package dev.holdfast.postgres.webhook;

import dev.holdfast.domain.port.DeliveryBounds;
import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.webhook.Attempt;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.NewDelivery;
import dev.holdfast.domain.webhook.Passage;
import dev.holdfast.domain.webhook.Room;
import dev.holdfast.domain.webhook.Target;
import dev.holdfast.domain.webhook.WebhookId;
import dev.holdfast.postgres.SecretBox;
import dev.holdfast.postgres.jdbc.Pool;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * From the journal to the webhooks on PostgreSQL. Each call is one transaction, which waits for
 * nobody's: what another node has before it is skipped. Safe for use by many threads.
 */
public final class PostgresDeliveries implements DeliveryPort {
  private final Pool pool;
  private final Optional<ReadableSecrets> secrets;
  private final JournalReader journals = new JournalReader();

  /**
   * Over one pool.
   *
   * @param pool not one that a sale needs
   * @param secrets without it nothing is taken: it could not be signed
   */
  public PostgresDeliveries(Pool pool, Optional<SecretBox> secrets) {
    this.pool = pool;
    this.secrets = secrets.map(ReadableSecrets::new);
  }

  @Override
  public int fanOut(int limit, Function<Passage, List<NewDelivery>> deliveries) {
    DeliveryBounds.requireEntries(limit);
    return pool.change(connection -> journals.readOn(connection, limit, deliveries));
  }

  @Override
  public List<DueDelivery> take(NodeId node, Set<Long> underWay, Room room) {
    DeliveryBounds.requireRoom(room);
    if (secrets.isEmpty()) {
      return List.of();
    }
    DueTables due = new DueTables(secrets.get(), node, underWay, room);
    return pool.change(due::take);
  }

  @Override
  public Optional<Target> target(WebhookId webhook) {
    return secrets.flatMap(box -> pool.read(connection -> box.target(connection, webhook)));
  }

  @Override
  public void record(List<Attempt> attempts) {
    DeliveryBounds.requireRecorded(attempts);
    if (!attempts.isEmpty()) {
      pool.change(connection -> AttemptTables.record(connection, attempts));
    }
  }

  @Override
  public int prune(int limit) {
    DeliveryBounds.requirePruned(limit);
    return pool.change(connection -> AttemptTables.prune(connection, limit));
  }
}

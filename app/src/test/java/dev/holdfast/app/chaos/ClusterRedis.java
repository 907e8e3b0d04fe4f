package dev.holdfast.app.chaos;

import dev.holdfast.redis.RedisCluster;
import java.util.List;

/** Three masters with a replica each. Their clients find them by asking, so no relay is between. */
final class ClusterRedis implements GateHouse {
  private final RedisCluster cluster = RedisCluster.startWithReplicas();
  private int shard;

  @Override
  public String url(int node) {
    return cluster.url();
  }

  @Override
  public void kill() {
    throw onlyOne();
  }

  @Override
  public void restart() {
    throw onlyOne();
  }

  @Override
  public void freeze() {
    throw onlyOne();
  }

  @Override
  public void thaw() {
    throw onlyOne();
  }

  private static UnsupportedOperationException onlyOne() {
    return new UnsupportedOperationException("played with a single server");
  }

  @Override
  public void flush() {
    cluster.flush();
  }

  @Override
  public List<Relay> relays(int node) {
    throw onlyOne();
  }

  /** Of the shard that has the event. */
  @Override
  public void failOver() {
    shard = cluster.busiest();
    cluster.failOver(shard);
  }

  @Override
  public void heal() {
    cluster.heal(shard);
  }

  @Override
  public void close() {
    cluster.close();
  }
}

package dev.holdfast.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * A real Redis cluster of three masters on loopback ports, each a process of our own; with a
 * replica each where failovers are to be had.
 */
public final class RedisCluster implements AutoCloseable {
  private static final int SLOTS = 16_384;
  private static final int MASTERS = 3;
  private static final Duration BOUND = Duration.ofSeconds(30);

  private final List<Node> nodes;

  private RedisCluster(List<Node> nodes) {
    this.nodes = nodes;
  }

  private record Node(RedisProcess process, int busPort, RedisClient client) {
    static Node start() {
      int busPort = FreePorts.any();
      List<String> options =
          List.of(
              "--cluster-enabled",
              "yes",
              "--cluster-port",
              Integer.toString(busPort),
              "--cluster-node-timeout",
              "1000",
              "--cluster-replica-validity-factor",
              "0");
      RedisProcess process = RedisProcess.start(options);
      return new Node(process, busPort, RedisClient.create("127.0.0.1", process.port()));
    }

    String cluster(String... words) {
      CommandArguments command = new CommandArguments(Command.CLUSTER);
      for (String word : words) {
        command.add(word);
      }
      try (Connection connection = client.getPool().getResource()) {
        return new String((byte[]) connection.executeCommand(command), UTF_8);
      }
    }

    String replication() {
      try {
        return client.info("replication");
      } catch (JedisException _) {
        return "";
      }
    }

    boolean isMaster() {
      return replication().contains("role:master");
    }

    /** Whether it follows its master and has caught up. */
    boolean isFollowing() {
      return replication().contains("master_link_status:up");
    }

    void kill() {
      process.kill();
      client.getPool().clear();
    }

    void restart() {
      process.restart();
      client.getPool().clear();
    }

    boolean isReady(int size) {
      try {
        String info = cluster("info");
        return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + size);
      } catch (JedisException _) {
        return false;
      }
    }
  }

  /** Three empty nodes that share the slots, all of them ready. */
  public static RedisCluster start() {
    return start(MASTERS);
  }

  /** The same with a replica of each, which takes over when its master dies. */
  public static RedisCluster startWithReplicas() {
    RedisCluster cluster = start(2 * MASTERS);
    for (int shard = 0; shard < MASTERS; shard++) {
      cluster.replica(shard).cluster("replicate", cluster.nodes.get(shard).cluster("myid"));
    }
    cluster.awaitReplicas();
    return cluster;
  }

  private static RedisCluster start(int size) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      nodes.add(Node.start());
    }
    RedisCluster cluster = new RedisCluster(List.copyOf(nodes));
    cluster.introduce();
    cluster.awaitReady();
    return cluster;
  }

  private Node replica(int shard) {
    return nodes.get(MASTERS + shard);
  }

  private void awaitReplicas() {
    Waiting.until(
        BOUND,
        "every shard has a master and a replica that follows it",
        () -> nodes.stream().filter(Node::isFollowing).count() == MASTERS);
  }

  private void introduce() {
    Node first = nodes.getFirst();
    String port = Integer.toString(first.process.port());
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      if (i < MASTERS) {
        int from = SLOTS * i / MASTERS;
        int to = SLOTS * (i + 1) / MASTERS - 1;
        node.cluster("addslotsrange", Integer.toString(from), Integer.toString(to));
      }
      if (i > 0) {
        node.cluster("meet", "127.0.0.1", port, Integer.toString(first.busPort));
      }
    }
  }

  private void awaitReady() {
    Waiting.until(
        BOUND,
        "every node of the cluster is ready",
        () -> nodes.stream().allMatch(it -> it.isReady(nodes.size())));
  }

  /** The nodes' URLs, for {@link RedisSettings#parse}. */
  public String url() {
    return nodes.stream()
        .map(it -> "redis://127.0.0.1:" + it.process.port())
        .collect(Collectors.joining(","));
  }

  /** A client of each node for looking inside. */
  public List<RedisClient> clients() {
    return nodes.stream().map(Node::client).toList();
  }

  /** Forgets every key. */
  public void flush() {
    nodes.stream().filter(Node::isMaster).forEach(it -> it.client.flushAll());
  }

  /** From now on connections are cut and refused. */
  public void kill() {
    nodes.forEach(Node::kill);
  }

  /** After {@link #kill()}: the same ports and slots, everything forgotten, all nodes ready. */
  public void restart() {
    nodes.forEach(Node::restart);
    awaitReady();
  }

  /** Gives the slot of a key, which must be empty, to the next node; clients find out by asking. */
  public void moveSlot(byte[] key) {
    String slot = Integer.toString(JedisClusterCRC16.getSlot(key));
    Node owner = owner(key);
    Node next = nodes.get((nodes.indexOf(owner) + 1) % nodes.size());
    String id = next.cluster("myid");
    // Whoever imports a slot has the last word about it; else what the owner said a moment ago may
    // reach the next node late, and then each sends clients to the other for good.
    next.cluster("setslot", slot, "importing", owner.cluster("myid"));
    for (Node node : List.of(next, owner)) {
      node.cluster("setslot", slot, "node", id);
    }
  }

  /** The node that had the slot of a key in the beginning. */
  private Node owner(byte[] key) {
    return nodes.get(JedisClusterCRC16.getSlot(key) * nodes.size() / SLOTS);
  }

  /** One node dies for good: the slots of the others are then not served either. */
  public void killOne() {
    nodes.getLast().process.kill();
  }

  /** Whether {@link #killOne} leaves the node alive that had the slot of a key in the beginning. */
  public boolean survives(byte[] key) {
    return !owner(key).equals(nodes.getLast());
  }

  /** The shard with the most keys, 0 to 2. */
  public int busiest() {
    return IntStream.range(0, MASTERS)
        .boxed()
        .max(Comparator.comparingLong(shard -> master(shard).client.dbSize()))
        .orElseThrow();
  }

  private Node master(int shard) {
    Node first = nodes.get(shard);
    return first.isMaster() ? first : replica(shard);
  }

  /**
   * Kills the master of a shard; returns when its replica has taken over.
   *
   * @param shard 0 to 2
   */
  public void failOver(int shard) {
    Node master = master(shard);
    Node heir = master.equals(replica(shard)) ? nodes.get(shard) : replica(shard);
    master.kill();
    Waiting.until(BOUND, "the replica takes over", heir::isMaster);
    Waiting.until(
        BOUND,
        "the others know",
        () ->
            nodes.stream()
                .filter(it -> !it.equals(master))
                .allMatch(it -> it.isReady(nodes.size())));
  }

  /**
   * After {@link #failOver}: what was killed is there again, as a replica.
   *
   * @param shard the same
   */
  public void heal(int shard) {
    for (Node node : List.of(nodes.get(shard), replica(shard))) {
      if (node.replication().isEmpty()) {
        node.restart();
      }
    }
    awaitReady();
    awaitReplicas();
  }

  @Override
  public void close() {
    nodes.forEach(it -> it.client.close());
    nodes.forEach(it -> it.process.close());
  }
}

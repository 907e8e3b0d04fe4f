package dev.holdfast.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisClusterCRC16;

/** A real Redis cluster of three masters on loopback ports, each a process of our own. */
public final class RedisCluster implements AutoCloseable {
  private static final int SLOTS = 16_384;
  private static final Duration BOUND = Duration.ofSeconds(30);

  private final List<Node> nodes;

  private RedisCluster(List<Node> nodes) {
    this.nodes = nodes;
  }

  private record Node(RedisProcess process, int busPort, RedisClient client) {
    static Node start() {
      try {
        int busPort = RedisProcess.freePort();
        List<String> options =
            List.of(
                "--cluster-enabled",
                "yes",
                "--cluster-port",
                Integer.toString(busPort),
                "--cluster-node-timeout",
                "1000");
        RedisProcess process = RedisProcess.start(options);
        return new Node(process, busPort, RedisClient.create("127.0.0.1", process.port()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
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
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      nodes.add(Node.start());
    }
    RedisCluster cluster = new RedisCluster(List.copyOf(nodes));
    cluster.introduce();
    cluster.awaitReady();
    return cluster;
  }

  private void introduce() {
    Node first = nodes.getFirst();
    String port = Integer.toString(first.process.port());
    for (int i = 0; i < nodes.size(); i++) {
      int from = SLOTS * i / nodes.size();
      int to = SLOTS * (i + 1) / nodes.size() - 1;
      Node node = nodes.get(i);
      node.cluster("addslotsrange", Integer.toString(from), Integer.toString(to));
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
    clients().forEach(RedisClient::flushAll);
  }

  /** From now on connections are cut and refused. */
  public void kill() {
    nodes.forEach(it -> it.process.kill());
    clients().forEach(it -> it.getPool().clear());
  }

  /** After {@link #kill()}: the same ports and slots, everything forgotten, all nodes ready. */
  public void restart() {
    nodes.forEach(it -> it.process.restart());
    clients().forEach(it -> it.getPool().clear());
    awaitReady();
  }

  /** Gives the slot of a key, which must be empty, to the next node; clients find out by asking. */
  public void moveSlot(byte[] key) {
    int number = JedisClusterCRC16.getSlot(key);
    String slot = Integer.toString(number);
    Node owner = nodes.get(number * nodes.size() / SLOTS);
    Node next = nodes.get((nodes.indexOf(owner) + 1) % nodes.size());
    String id = next.cluster("myid");
    for (Node node : List.of(next, owner)) {
      node.cluster("setslot", slot, "node", id);
    }
  }

  /** One node dies for good: the slots of the others are then not served either. */
  public void killOne() {
    nodes.getLast().process.kill();
  }

  @Override
  public void close() {
    nodes.forEach(it -> it.client.close());
    nodes.forEach(it -> it.process.close());
  }
}

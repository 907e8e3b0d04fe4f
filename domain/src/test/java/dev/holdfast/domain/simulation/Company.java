package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.inmemory.InMemoryNodeRegistry;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.NodeRegistryPort;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.reservation.Membership;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Nodes whose gates are their own and that find out about each other: a gate is asked only while
 * its node knows that it is alone.
 */
final class Company {
  /** How often all renew while time passes: several renewals may fail before a lease is over. */
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final World world;
  private final NodeRegistryPort registry;
  private final Map<Node, Membership> members = new HashMap<>();
  private final Map<Node, Long> renewedAt = new HashMap<>();

  /** When a node came back that the others had taken for gone. */
  private final Map<Node, Long> returnedAt = new HashMap<>();

  Company(World world, Flaw flaw) {
    this.world = world;
    this.registry = flaw.nodes(new InMemoryNodeRegistry(world.clocks.node()));
  }

  /** A process joins before it serves anybody; it says then whether it is alone. */
  BooleanSupplier join(Node node, UUID id) {
    NodeRegistryPort asked =
        self ->
            world.weather.isResting() || !members.containsKey(node)
                ? registry.renew(self)
                : WeatheredLedger.ask(world, node, "renew", () -> registry.renew(self));
    Membership membership = new Membership(asked, new NodeId(id), world.clocks.node());
    renewedAt.put(node, world.clocks.passed());
    membership.join(world.clocks::tick);
    members.put(node, membership);
    return membership::isAlone;
  }

  /** Lets time pass, while those who live renew. */
  void pass(Duration time) {
    for (Duration left = time; left.isPositive(); left = left.minus(EVERY)) {
      world.clocks.tick(left.compareTo(EVERY) < 0 ? left : EVERY);
      renew();
    }
  }

  private void renew() {
    for (Node node : List.copyOf(world.nodes())) {
      if (node.isAlive()) {
        long asked = world.clocks.passed();
        try {
          Optional.ofNullable(members.get(node)).ifPresent(Membership::renew);
          if (since(renewedAt, node).compareTo(NodeRegistryPort.LIFE) >= 0) {
            returnedAt.put(node, world.clocks.passed());
          }
          renewedAt.put(node, asked);
        } catch (NodeCrash | PortFailure e) {
          world.say(() -> node + " fails to renew: " + e);
        }
      }
    }
  }

  private Duration since(Map<Node, Long> when, Node node) {
    Long then = when.get(node);
    return then == null ? Duration.ofDays(1) : Duration.ofNanos(world.clocks.passed() - then);
  }

  /** Nobody may believe to be alone while another serves, unless that one was taken for gone. */
  void serves(Node server) {
    if (since(renewedAt, server).compareTo(NodeRegistryPort.LIFE) < 0
        && since(returnedAt, server).compareTo(Membership.LEASE) >= 0) {
      for (Node other : world.nodes()) {
        Membership membership = members.get(other);
        assertTrue(
            other.equals(server) || !other.isAlive() || membership == null || !membership.isAlone(),
            () -> "I11: " + other + " believes to be alone, and " + server + " serves");
      }
    }
  }
}

package dev.holdfast.domain.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.inmemory.InMemoryNodeRegistry;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.NodeRegistryPort;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.StoreFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class MembershipTest {
  private static final Duration MICRO = Duration.ofNanos(1_000);

  private final House house = House.open();
  private final InMemoryNodeRegistry registry = new InMemoryNodeRegistry(house.hall.clock);
  private final Membership node = aNode();
  private final Membership other = aNode();
  private final List<Duration> waits = new ArrayList<>();

  private Membership aNode() {
    return new Membership(registry, new NodeId(UUID.randomUUID()), house.hall.clock);
  }

  private void join(Membership joining) {
    joining.join(wait -> {
      waits.add(wait);
      house.tick(wait);
    });
  }

  @Test
  void a_node_that_has_not_looked_around_is_not_alone() {
    assertFalse(node.isAlone());
  }

  @Test
  void the_first_node_serves_at_once_and_is_alone() {
    join(node);
    assertEquals(List.of(), waits);
    assertTrue(node.isAlone());
  }

  @Test
  void I11_a_node_that_comes_later_serves_nobody_while_another_may_believe_to_be_alone() {
    join(node);
    other.join(wait -> {
      house.tick(wait.minus(MICRO));
      assertFalse(node.isAlone());
      waits.add(wait);
    });
    assertEquals(List.of(Membership.ARRIVAL), waits);
    assertFalse(other.isAlone());
  }

  @Test
  void a_node_stays_alone_as_long_as_the_last_renewal_is_young() {
    join(node);
    house.tick(Membership.LEASE.minus(MICRO));
    assertTrue(node.isAlone());
    house.tick(MICRO);
    assertFalse(node.isAlone());
    node.renew();
    assertTrue(node.isAlone());
  }

  @Test
  void a_renewal_that_fails_proves_nothing() {
    join(node);
    registry.setReachable(false);
    house.tick(Membership.LEASE);
    assertThrows(StoreFailure.Unavailable.class, node::renew);
    assertFalse(node.isAlone());
  }

  @Test
  void I11_a_node_that_had_company_is_alone_again_when_its_gate_has_forgotten_what_it_missed() {
    join(node);
    join(other);
    node.renew();
    assertFalse(node.isAlone());
    house.tick(NodeRegistryPort.LIFE);
    node.renew();
    assertFalse(node.isAlone());
    renewFor(SeatLockPort.MAX_TTL.minusMillis(500));
    assertFalse(node.isAlone());
    renewFor(Duration.ofMillis(500));
    assertTrue(node.isAlone());
  }

  @Test
  void I11_after_an_absence_in_which_others_may_have_come_and_gone_the_gate_has_to_forget_first() {
    join(node);
    house.tick(NodeRegistryPort.LIFE);
    node.renew();
    assertFalse(node.isAlone());
    renewFor(SeatLockPort.MAX_TTL);
    assertTrue(node.isAlone());
  }

  @Test
  void an_absence_too_short_for_anybody_to_come_and_go_unseen_costs_nothing() {
    join(node);
    house.tick(NodeRegistryPort.LIFE.minus(MICRO));
    assertFalse(node.isAlone());
    node.renew();
    assertTrue(node.isAlone());
  }

  private void renewFor(Duration time) {
    for (Duration left = time; left.isPositive(); left = left.minus(Membership.EVERY)) {
      house.tick(Membership.EVERY);
      node.renew();
    }
  }
}

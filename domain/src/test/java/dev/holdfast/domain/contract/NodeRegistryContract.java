package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.NodeRegistryPort;
import dev.holdfast.domain.port.StoreFailure;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The contract of {@link NodeRegistryPort}; each test starts with an empty registry. */
public abstract class NodeRegistryContract {
  private static final int RACES = 50;

  private final NodeId one = aNode();
  private final NodeId two = aNode();

  /** The port under test. */
  protected abstract NodeRegistryPort registry();

  /** Moves the store's clock. */
  protected abstract void pass(Duration time);

  /** From now on the store does not answer. */
  protected abstract void breakStore();

  private static NodeId aNode() {
    return new NodeId(UUID.randomUUID());
  }

  @Test
  public void N1_a_node_does_not_count_itself() {
    assertEquals(0, registry().renew(one));
    assertEquals(0, registry().renew(one));
  }

  @Test
  public void N2_nodes_count_each_other() {
    registry().renew(one);
    assertEquals(1, registry().renew(two));
    assertEquals(1, registry().renew(one));
    assertEquals(2, registry().renew(aNode()));
  }

  @Test
  public void N3_a_node_lives_until_its_life_has_passed_since_it_was_renewed() {
    registry().renew(one);
    pass(NodeRegistryPort.LIFE.minusMillis(1));
    assertEquals(1, registry().renew(two));
    pass(Duration.ofMillis(1));
    assertEquals(0, registry().renew(two));
  }

  @Test
  public void N4_a_node_that_was_gone_is_counted_again_once_it_renews() {
    registry().renew(one);
    pass(NodeRegistryPort.LIFE);
    assertEquals(0, registry().renew(two));
    assertEquals(1, registry().renew(one));
    assertEquals(1, registry().renew(two));
  }

  @Test
  public void N5_of_two_that_come_at_once_one_finds_the_other_at_its_second_look()
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int race = 0; race < RACES; race++) {
        Future<Integer> left = threads.submit(() -> looksTwice(aNode()));
        Future<Integer> right = threads.submit(() -> looksTwice(aNode()));
        assertTrue(left.get() + right.get() > 0);
        pass(NodeRegistryPort.LIFE);
      }
    }
  }

  private int looksTwice(NodeId node) {
    registry().renew(node);
    return registry().renew(node);
  }

  @Test
  public void N6_a_store_that_cannot_answer_is_never_read_as_nobody_else() {
    registry().renew(one);
    breakStore();
    assertThrows(StoreFailure.Unavailable.class, () -> registry().renew(two));
  }
}

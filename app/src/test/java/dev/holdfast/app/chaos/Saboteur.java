package dev.holdfast.app.chaos;

import dev.holdfast.app.system.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Does what a schedule says. */
final class Saboteur {
  /**
   * What a slow wire adds to each piece of data: to PostgreSQL, and to Redis, which may take 50.
   */
  private static final Duration SLOW_POSTGRES = Duration.ofMillis(40);

  private static final Duration SLOW_REDIS = Duration.ofMillis(80);

  private static final Duration ON_ITS_WAY = Duration.ofMillis(20);
  private static final Duration BEFORE_CUT = Duration.ofMillis(300);

  private final Nodes nodes;
  private final PostgresHouse postgres;
  private final GateHouse gate;

  Saboteur(Nodes nodes, PostgresHouse postgres, GateHouse gate) {
    this.nodes = nodes;
    this.postgres = postgres;
    this.gate = gate;
  }

  /**
   * Begins a fault, lets it last, and ends it.
   *
   * @param ended called with monotonic nanoseconds of its end: a node that was killed is told to
   *     start, a server accepts connections again
   */
  void play(Fault fault, Consumer<Long> ended) {
    switch (fault.kind()) {
      case NODE_KILLED -> {
        ServiceProcess node = nodes.node(fault.node());
        node.kill();
        Pausing.lasting(fault.lasting());
        ended.accept(System.nanoTime());
        node.startAgain();
      }
      case NODE_FROZEN ->
          between(nodes.node(fault.node())::freeze, fault, nodes.node(fault.node())::thaw, ended);
      case REDIS_KILLED -> between(gate::kill, fault, gate::restart, ended);
      case REDIS_FROZEN -> between(gate::freeze, fault, gate::thaw, ended);
      case REDIS_FLUSHED -> now(gate::flush, ended);
      case REDIS_FAILOVER -> now(gate::failOver, ended);
      case REDIS_CUT -> cut(gate.relays(fault.node()), fault, ended);
      case REDIS_SLOW -> slow(gate.relays(fault.node()), SLOW_REDIS, fault, ended);
      case POSTGRES_RESTARTED -> now(postgres::restart, ended);
      case POSTGRES_CRASHED -> now(postgres::crash, ended);
      case POSTGRES_CUT -> cut(postgres.relays(fault.node()), fault, ended);
      case POSTGRES_SLOW -> slow(postgres.relays(fault.node()), SLOW_POSTGRES, fault, ended);
    }
  }

  /** What is left to be done when everything sells again. */
  void cleanUp(Fault fault) {
    if (fault.kind() == FaultKind.REDIS_FAILOVER) {
      gate.heal();
    }
  }

  private static void now(Runnable deed, Consumer<Long> ended) {
    deed.run();
    ended.accept(System.nanoTime());
  }

  private static void between(Runnable begin, Fault fault, Runnable end, Consumer<Long> ended) {
    begin.run();
    try {
      Pausing.lasting(fault.lasting());
    } finally {
      end.run();
      ended.accept(System.nanoTime());
    }
  }

  /**
   * Slow for a moment first, so that requests, commits and answers are on their way when it comes.
   */
  private static void cut(List<Relay> relays, Fault fault, Consumer<Long> ended) {
    between(
        () -> {
          relays.forEach(relay -> relay.slow(ON_ITS_WAY));
          Pausing.lasting(BEFORE_CUT);
          relays.forEach(Relay::cut);
        },
        fault,
        () ->
            relays.forEach(relay -> {
              relay.slow(Duration.ZERO);
              relay.mend();
            }),
        ended);
  }

  private static void slow(List<Relay> relays, Duration by, Fault fault, Consumer<Long> ended) {
    between(
        () -> relays.forEach(relay -> relay.slow(by)),
        fault,
        () -> relays.forEach(relay -> relay.slow(Duration.ZERO)),
        ended);
  }
}

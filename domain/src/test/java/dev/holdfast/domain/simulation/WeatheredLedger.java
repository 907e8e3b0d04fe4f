package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.idempotency.Claim;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.DueHold;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrapper;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.TransactionWrapper;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The ledger as one node reaches it, over a line and from a machine that may fail. */
final class WeatheredLedger extends LedgerWrapper {
  /** The server ends a transaction that is older. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** How often somebody who waits for a row looks whether it is free. */
  private static final Duration WAIT = Duration.ofMillis(100);

  private final World world;
  private final Node node;

  WeatheredLedger(SeatLedgerPort ledger, World world, Node node) {
    super(ledger);
    this.world = world;
    this.node = node;
  }

  static PortFailure away() {
    return new StoreFailure.Unavailable("planned", null);
  }

  private <T> T ask(String name, Supplier<T> work) {
    return ask(world, node, name, work);
  }

  /** A call of the store that either happens or does not. */
  static <T> T ask(World world, Node node, String name, Supplier<T> work) {
    return world.weather.call(
        node,
        name,
        () -> {
          if (world.ledgerOutage.isNow()) {
            throw away();
          }
          return work.get();
        },
        WeatheredLedger::away,
        WeatheredLedger::away);
  }

  /** A change of the store, whose answer may be lost. */
  static <T> T change(World world, Node node, String name, Supplier<T> work) {
    return world.weather.call(
        node,
        name,
        () -> {
          if (world.ledgerOutage.isNow()) {
            throw away();
          }
          return work.get();
        },
        WeatheredLedger::away,
        () -> new StoreFailure.CommitUnknown("planned", null));
  }

  @Override
  public LedgerTransaction begin(CommitId commit) {
    return ask(
        "begin",
        () -> {
          Line line = new Line(ledger.begin(commit), commit);
          world.lines.add(line);
          return line;
        });
  }

  @Override
  public CommitFate fate(CommitId commit) {
    return ask(
        "fate",
        () -> {
          if (world.weather.chance().oneIn(2)) {
            world.lines.stream()
                .filter(line -> line.commit.equals(commit))
                .findAny()
                .ifPresent(Line::arrive);
          }
          return ledger.fate(commit);
        });
  }

  @Override
  public List<DueHold> due(int limit, Set<EventId> except) {
    return ask("due", () -> ledger.due(limit, except));
  }

  @Override
  public Optional<EventPicture> picture(EventId event) {
    return ask("picture", () -> ledger.picture(event));
  }

  /** One transaction, and the connection that it goes over. */
  final class Line extends TransactionWrapper {
    final CommitId commit;
    private final long since = world.clocks.passed();
    private final Set<EventId> locked = new HashSet<>();
    private final Set<IdempotencyKey> claimed = new HashSet<>();
    private boolean onItsWay;
    private boolean over;

    Line(LedgerTransaction open, CommitId commit) {
      super(open);
      this.commit = commit;
    }

    /** The server ends what is too old, and what belongs to a machine that is gone. */
    boolean isOver(boolean soon) {
      boolean late = world.clocks.passed() - since >= LONGEST.toNanos();
      if (!over && (late || (soon && !node.isAlive() && !onItsWay))) {
        end();
      }
      return over;
    }

    private void end() {
      over = true;
      open.close();
    }

    boolean isOnItsWay() {
      return onItsWay;
    }

    /** A commit that was under way comes through, or finds that it may not. */
    void arrive() {
      if (onItsWay && !over) {
        onItsWay = false;
        try {
          open.commit();
        } catch (StoreFailure e) {
          world.say(() -> "a late commit comes to nothing: " + e.getMessage());
        } finally {
          end();
        }
      }
    }

    private <T> T step(String name, Supplier<T> work) {
      return ask(
          name,
          () -> {
            if (isOver(false)) {
              throw away();
            }
            return work.get();
          });
    }

    @Override
    public Map<IdempotencyKey, Claim> claim(NavigableSet<IdempotencyKey> keys) {
      return step(
          "claim",
          () -> {
            claimed.addAll(keys);
            return open.claim(keys);
          });
    }

    @Override
    public Map<EventId, EventHead> lock(LockWish wish) {
      return step(
          "lock",
          () -> {
            wish.waitFor().forEach(this::waitForRow);
            if (isOver(false)) {
              throw away();
            }
            Map<EventId, EventHead> heads = open.lock(wish);
            locked.addAll(heads.keySet());
            return heads;
          });
    }

    /** Whoever has the row stands still in another call, so it is the server that ends it. */
    private void waitForRow(EventId event) {
      while (!isOver(false) && world.lines.stream().anyMatch(line -> line.hasLocked(event))) {
        world.clocks.tick(WAIT);
      }
    }

    private boolean hasLocked(EventId event) {
      return !over && locked.contains(event);
    }

    @Override
    public Set<EventId> absent(Set<EventId> events) {
      return step("absent", () -> open.absent(events));
    }

    @Override
    public LedgerReads read(ReadWish wish) {
      return step("read", () -> open.read(wish));
    }

    @Override
    public void write(LedgerWrites writes) {
      step(
          "write",
          () -> {
            open.write(writes);
            return true;
          });
    }

    @Override
    public void commit() {
      Supplier<PortFailure> unknown = () -> new StoreFailure.CommitUnknown("planned", null);
      world.weather.call(
          node,
          "commit",
          () -> {
            if (isOver(false) || world.ledgerOutage.isNow()) {
              throw unknown.get();
            }
            if (world.weather.strikes()) {
              world.say(() -> node + " hears nothing of its commit, which is on its way");
              onItsWay = true;
              world.promises.hangs(claimed);
              throw unknown.get();
            }
            open.commit();
            return true;
          },
          unknown,
          unknown);
    }

    @Override
    public void close() {
      if (node.isAlive() && !onItsWay) {
        end();
        world.lines.remove(this);
      }
    }
  }
}

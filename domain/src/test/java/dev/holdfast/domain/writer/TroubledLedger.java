package dev.holdfast.domain.writer;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrapper;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.TransactionWrapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A real ledger to which things happen at chosen moments: before a step (it is then not made, if
 * the thing that happens throws) or after it (it was made, and the caller does not hear of it).
 */
public final class TroubledLedger extends LedgerWrapper {
  /** The steps of a transaction, the question after it, and its end. */
  public enum Step {
    BEGIN,
    LOCK,
    READ,
    WRITE,
    COMMIT,
    FATE,
    CLOSE
  }

  private final Map<Step, Deque<Runnable>> before = new EnumMap<>(Step.class);
  private final Map<Step, Deque<Runnable>> after = new EnumMap<>(Step.class);
  private final Map<String, Supplier<RuntimeException>> poison = new HashMap<>();

  /** What transactions asked for, in order. */
  public final List<CommitId> begun = Collections.synchronizedList(new ArrayList<>());

  public final List<LockWish> locks = Collections.synchronizedList(new ArrayList<>());
  public final List<ReadWish> reads = Collections.synchronizedList(new ArrayList<>());
  public final List<LedgerWrites> commits = Collections.synchronizedList(new ArrayList<>());

  /** Whether the heads of locked events are given in descending order, which a map may do. */
  public boolean headsBackwards;

  public TroubledLedger(SeatLedgerPort ledger) {
    super(ledger);
  }

  /** Next time, this happens before the step. */
  public TroubledLedger before(Step step, Runnable happens) {
    before.computeIfAbsent(step, _ -> new ArrayDeque<>()).addLast(happens);
    return this;
  }

  /** Next time, this happens after the step. */
  public TroubledLedger after(Step step, Runnable happens) {
    after.computeIfAbsent(step, _ -> new ArrayDeque<>()).addLast(happens);
    return this;
  }

  /** From now on no write of this object goes through. */
  public void poison(String object, Supplier<RuntimeException> trouble) {
    poison.put(object, trouble);
  }

  /** From now on every write goes through. */
  public void cure() {
    poison.clear();
  }

  /** Throws what it is given. */
  public static Runnable fail(Supplier<? extends RuntimeException> trouble) {
    return () -> {
      throw trouble.get();
    };
  }

  private <T> T step(Step step, Supplier<T> work) {
    happen(before.get(step));
    T answer = work.get();
    happen(after.get(step));
    return answer;
  }

  private static void happen(@Nullable Deque<Runnable> what) {
    if (what != null && !what.isEmpty()) {
      what.removeFirst().run();
    }
  }

  @Override
  public LedgerTransaction begin(CommitId commit) {
    return step(
        Step.BEGIN,
        () -> {
          begun.add(commit);
          return new Troubled(ledger.begin(commit));
        });
  }

  @Override
  public CommitFate fate(CommitId commit) {
    return step(Step.FATE, () -> ledger.fate(commit));
  }

  private final class Troubled extends TransactionWrapper {
    private LedgerWrites written = new LedgerWrites(List.of());

    Troubled(LedgerTransaction open) {
      super(open);
    }

    @Override
    public Map<EventId, EventHead> lock(LockWish wish) {
      locks.add(wish);
      Map<EventId, EventHead> heads = step(Step.LOCK, () -> open.lock(wish));
      if (!headsBackwards) {
        return heads;
      }
      Map<EventId, EventHead> backwards = new LinkedHashMap<>();
      heads.keySet().stream()
          .sorted(Collections.reverseOrder())
          .forEach(event ->
              heads.computeIfPresent(
                  event,
                  (_, head) -> {
                    backwards.put(event, head);
                    return head;
                  }));
      return backwards;
    }

    @Override
    public LedgerReads read(ReadWish wish) {
      reads.add(wish);
      return step(Step.READ, () -> open.read(wish));
    }

    @Override
    public void write(LedgerWrites writes) {
      writes.events().stream()
          .flatMap(of -> of.journal().stream())
          .map(entry -> poison.get(entry.object()))
          .filter(trouble -> trouble != null)
          .forEach(trouble -> fail(trouble).run());
      step(
          Step.WRITE,
          () -> {
            open.write(writes);
            written = writes;
            return true;
          });
    }

    @Override
    public void commit() {
      step(
          Step.COMMIT,
          () -> {
            open.commit();
            return commits.add(written);
          });
    }

    @Override
    public void close() {
      step(
          Step.CLOSE,
          () -> {
            open.close();
            return true;
          });
    }
  }
}

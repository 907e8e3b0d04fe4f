package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.idempotency.Claim;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One transaction in memory. Writes are checked when they come and applied at commit; between the
 * two nobody can change what they were checked against, because the rows are locked.
 *
 * <p>Being used in another order than the port says is a programmer's mistake, and said so.
 */
final class InMemoryLedgerTransaction implements LedgerTransaction {
  private enum Step {
    BEGUN,
    LOCKED,
    READ,
    WRITTEN,
    OVER
  }

  private final InMemoryStore store;
  private final CommitId commit;
  private final int connection;
  private final Set<EventId> locked = new TreeSet<>();
  private final Map<TokenRead, InMemoryTokenTable.Read> tokensRead = new HashMap<>();
  private @Nullable LedgerWrites staged;
  private Step step = Step.BEGUN;

  InMemoryLedgerTransaction(InMemoryStore store, CommitId commit) {
    this.store = store;
    this.commit = commit;
    this.connection = store.connection();
  }

  @Override
  public Map<IdempotencyKey, Claim> claim(NavigableSet<IdempotencyKey> keys) {
    if (keys.size() > MAX_KEYS) {
      throw new IllegalArgumentException(keys.size() + " idempotency keys in one transaction");
    }
    return goOn(
        Step.BEGUN,
        Step.BEGUN,
        () -> {
          Map<IdempotencyKey, Claim> claims = new TreeMap<>();
          keys.forEach(key -> claims.put(key, store.answers.claim(key, this, store.now())));
          return claims;
        });
  }

  @Override
  public Map<EventId, EventHead> lock(LockWish wish) {
    return goOn(
        Step.BEGUN,
        Step.LOCKED,
        () -> {
          wish.waitFor().stream().filter(this::lockRow).forEach(locked::add);
          wish.ifFree().stream()
              .filter(event -> store.lockRowIfFree(event, this))
              .forEach(locked::add);
          return heads();
        });
  }

  /** Others run while a row is waited for, and the connection may be lost meanwhile. */
  private boolean lockRow(EventId event) {
    boolean exists = store.lockRow(event, this);
    if (connection != store.connection()) {
      store.unlockRows(this);
      throw new StoreFailure.Unavailable("the connection was lost", null);
    }
    return exists;
  }

  private Map<EventId, EventHead> heads() {
    Map<EventId, EventHead> heads = new TreeMap<>();
    for (EventId event : locked) {
      InMemoryCatalogEvents.Row row = store.events.get(event);
      SoldBy by = store.soldBy(row);
      heads.put(event, new EventHead(event, row.book().seq(), by.layout(), by.rules()));
    }
    return heads;
  }

  @Override
  public Set<EventId> absent(Set<EventId> events) {
    return goOn(
        step,
        step,
        () -> {
          Set<EventId> absent = new TreeSet<>(events);
          absent.removeIf(event -> store.events.find(event).isPresent());
          return absent;
        });
  }

  @Override
  public LedgerReads read(ReadWish wish) {
    return goOn(
        Step.LOCKED,
        Step.READ,
        () -> {
          Instant now = store.now();
          Map<EventId, LedgerReads.OfEvent> answers = new HashMap<>();
          for (ReadWish.OfEvent of : wish.events()) {
            requireLocked(of.event());
            InMemoryLedgerBook book = store.events.get(of.event()).book();
            answers.put(of.event(), new InMemoryLedgerQuery(book, of, terms(of), now).answer());
          }
          return new LedgerReads(now, answers);
        });
  }

  private Map<HoldToken, TokenTerm> terms(ReadWish.OfEvent of) {
    WorkspaceId workspace = store.events.get(of.event()).workspace();
    Map<HoldToken, TokenTerm> terms = new TreeMap<>();
    for (HoldToken token : of.tokens()) {
      InMemoryTokenTable.Read read = store.tokens.read(workspace, token);
      tokensRead.put(new TokenRead(workspace, token), read);
      read.term().ifPresent(there -> terms.put(token, there));
    }
    return terms;
  }

  /** A token whose term this transaction may have decided on. */
  private record TokenRead(WorkspaceId workspace, HoldToken token) {}

  @Override
  public void write(LedgerWrites writes) {
    goOn(
        Step.READ,
        Step.WRITTEN,
        () -> {
          for (LedgerWrites.OfEvent of : writes.events()) {
            requireLocked(of.event());
            store.events.get(of.event()).book().check(of);
          }
          writes.answers().forEach(each -> store.answers.check(each.key(), this));
          staged = writes;
          return writes;
        });
  }

  @Override
  public void commit() {
    goOn(
        step,
        Step.OVER,
        () -> {
          if (store.isSettled(commit)) {
            throw new StoreFailure.Unavailable("this commit id is used or abandoned", null);
          }
          if (staged != null) {
            tokensRead.forEach(
                (name, read) -> store.tokens.check(name.workspace(), name.token(), read));
            staged.events().forEach(this::apply);
            staged.answers().forEach(each -> store.answers.put(each, store.now()));
          }
          store.unlockRows(this);
          return store.settle(commit, CommitFate.COMMITTED);
        });
  }

  private void apply(LedgerWrites.OfEvent of) {
    InMemoryCatalogEvents.Row event = store.events.get(of.event());
    event.book().apply(of);
    of.tokens().forEach(each -> store.tokens.put(event.workspace(), each.token(), each.term()));
  }

  @Override
  public void close() {
    step = Step.OVER;
    store.unlockRows(this);
  }

  private void requireLocked(EventId event) {
    if (!locked.contains(event)) {
      throw new IllegalStateException("event " + event.value() + " is not locked");
    }
  }

  /** After trouble only closing is left, as in a database whose transaction is aborted. */
  private <T> T goOn(Step from, Step to, Supplier<T> work) {
    if (step != from || step == Step.OVER) {
      throw new IllegalStateException("the transaction is " + step + ", not " + from);
    }
    step = Step.OVER;
    T answer =
        store.atomically(() -> {
          if (connection != store.connection()) {
            throw new StoreFailure.Unavailable("the connection was lost", null);
          }
          return work.get();
        });
    step = to;
    return answer;
  }
}

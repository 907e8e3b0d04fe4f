package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tokens in memory: the executable reading of {@link HoldTokenPort}. */
public final class InMemoryHoldTokens implements HoldTokenPort {
  private final InMemoryStore store;

  public InMemoryHoldTokens(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public Standing open(WorkspaceId workspace, HoldToken token, Duration life) {
    return store.atomically(() -> {
      store.companies.requireWorkspace(workspace);
      Instant now = store.now();
      return new Standing(store.tokens.open(workspace, token, TokenTerm.from(now, life)), now);
    });
  }

  @Override
  public Optional<Standing> find(WorkspaceId workspace, HoldToken token) {
    return store.atomically(
        () -> store.tokens.find(workspace, token).map(term -> new Standing(term, store.now())));
  }

  @Override
  public Optional<Standing> renew(WorkspaceId workspace, HoldToken token, Duration life) {
    return store.atomically(() -> {
      Instant now = store.now();
      return store.tokens.renew(workspace, token, now, life).map(term -> new Standing(term, now));
    });
  }

  @Override
  public boolean end(WorkspaceId workspace, HoldToken token) {
    return store.atomically(() -> store.tokens.end(workspace, token, store.now()));
  }

  @Override
  public List<EventId> events(
      WorkspaceId workspace, HoldToken token, Set<EventId> except, int limit) {
    requireLimit(limit);
    return store.atomically(() ->
        store
            .events
            .of(workspace)
            .filter(row -> !except.contains(row.id()))
            .filter(row -> row.book().holdsUnder(token))
            .map(InMemoryCatalogEvents.Row::id)
            .sorted()
            .limit(limit)
            .toList());
  }

  @Override
  public List<Ended> ended(Duration age, int limit) {
    requireLimit(limit);
    return store.atomically(() -> store.tokens.ended(store.now().minus(age), limit));
  }

  @Override
  public void settled(WorkspaceId workspace, HoldToken token) {
    store.atomically(() -> {
      store.tokens.settled(workspace, token);
      return true;
    });
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a limit is 1 to " + MAX_LIMIT + ", not " + limit);
    }
  }
}

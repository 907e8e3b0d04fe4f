package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hands every question on. */
public abstract class TokensWrapper implements HoldTokenPort {
  private final HoldTokenPort tokens;

  protected TokensWrapper(HoldTokenPort tokens) {
    this.tokens = tokens;
  }

  @Override
  public Standing open(WorkspaceId workspace, HoldToken token, Duration life) {
    return tokens.open(workspace, token, life);
  }

  @Override
  public Optional<Standing> find(WorkspaceId workspace, HoldToken token) {
    return tokens.find(workspace, token);
  }

  @Override
  public Optional<Standing> renew(WorkspaceId workspace, HoldToken token, Duration life) {
    return tokens.renew(workspace, token, life);
  }

  @Override
  public boolean end(WorkspaceId workspace, HoldToken token) {
    return tokens.end(workspace, token);
  }

  @Override
  public List<EventId> events(
      WorkspaceId workspace, HoldToken token, Set<EventId> except, int limit) {
    return tokens.events(workspace, token, except, limit);
  }

  @Override
  public List<Ended> ended(Duration age, int limit) {
    return tokens.ended(age, limit);
  }

  @Override
  public void settled(WorkspaceId workspace, HoldToken token) {
    tokens.settled(workspace, token);
  }
}

package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The store of tokens, with the auditor beside it. */
final class WatchedTokens implements HoldTokenPort {
  private final HoldTokenPort tokens;
  private final Auditor auditor;

  WatchedTokens(HoldTokenPort tokens, Auditor auditor) {
    this.tokens = tokens;
    this.auditor = auditor;
  }

  @Override
  public boolean end(WorkspaceId workspace, HoldToken token) {
    boolean ran = tokens.end(workspace, token);
    auditor.endedToken(token, ran);
    return ran;
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

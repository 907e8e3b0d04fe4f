package dev.holdfast.domain.simulation;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.TokensWrapper;
import dev.holdfast.domain.workspace.WorkspaceId;

/** The store of tokens, with the auditor beside it. */
final class WatchedTokens extends TokensWrapper {
  private final Auditor auditor;

  WatchedTokens(HoldTokenPort tokens, Auditor auditor) {
    super(tokens);
    this.auditor = auditor;
  }

  @Override
  public boolean end(WorkspaceId workspace, HoldToken token) {
    boolean ran = super.end(workspace, token);
    auditor.endedToken(token, ran);
    return ran;
  }
}

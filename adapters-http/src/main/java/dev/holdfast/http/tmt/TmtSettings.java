package dev.holdfast.http.tmt;

import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.Optional;

/**
 * How the tmt dialect is spoken.
 *
 * @param holdLife how long a hold token lives, one second to two hours; ten minutes as TMT
 *     documents it (section 3.3)
 * @param open the workspace of callers who send no key; empty: everybody needs one
 */
public record TmtSettings(Duration holdLife, Optional<WorkspaceId> open) {
  /** Tokens of ten minutes, and nobody without a key. */
  public static final TmtSettings STANDARD =
      new TmtSettings(Duration.ofMinutes(10), Optional.empty());

  public TmtSettings {
    if (!holdLife.isPositive() || holdLife.compareTo(TokenTerm.MAX_LIFE) > 0) {
      throw new IllegalArgumentException("a hold token lives at most two hours");
    }
  }
}

package dev.holdfast.domain.workspace;

import dev.holdfast.domain.refusal.Refusal.UnfitWorkspace.Why;
import java.util.Optional;

/** What a company does to a workspace of its own (seats.io dialect, section 7). */
public sealed interface WorkspaceChange {
  /** It has another name. */
  record Rename(String name) implements WorkspaceChange {}

  /** Its keys open it. */
  record Activate() implements WorkspaceChange {}

  /** Its keys do not open it any more. */
  record Deactivate() implements WorkspaceChange {}

  /** It is the default one from now on, and the one before is not. */
  record MakeDefault() implements WorkspaceChange {}

  /** It is gone for good, with everything in it. */
  record Delete() implements WorkspaceChange {}

  /** What is against it, as the workspace is now. */
  default Optional<Why> hindrance(Workspace now) {
    return switch (this) {
      case Rename _, Activate _ -> Optional.empty();
      case Deactivate _ -> now.isDefault() ? Optional.of(Why.IS_DEFAULT) : Optional.empty();
      case MakeDefault _ -> now.active() ? Optional.empty() : Optional.of(Why.IS_INACTIVE);
      case Delete _ -> now.active() ? Optional.of(Why.IS_ACTIVE) : Optional.empty();
    };
  }
}

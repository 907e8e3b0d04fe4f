package dev.holdfast.domain.workspace;

import java.time.Instant;

/**
 * An API key as it is listed: never its text.
 *
 * @param id the store's own number, for the journal and for revoking
 * @param opens the workspace it opens; of a company's own key, the one it is used in
 * @param lastFour the last four characters of its text, to tell keys apart
 */
public record ApiKey(long id, KeyKind kind, Workspace opens, String lastFour, Instant createdAt) {
  /** The workspace it opens. */
  public WorkspaceId workspace() {
    return opens.id();
  }

  /** Whether that workspace is for trying things out. */
  public boolean test() {
    return opens.test();
  }
}

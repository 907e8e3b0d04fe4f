package dev.holdfast.domain.workspace;

import java.time.Instant;

/**
 * A company's own key, which opens all of its workspaces: never its text.
 *
 * @param id the store's own number, of one series with those of workspaces' keys
 * @param lastFour the last four characters of its text
 */
public record CompanyKey(long id, CompanyId company, String lastFour, Instant createdAt) {
  /** The same as it is used in one of the company's workspaces. */
  public ApiKey in(Workspace workspace) {
    return new ApiKey(id, KeyKind.ADMIN, workspace, lastFour, createdAt);
  }
}

package dev.holdfast.domain.workspace;

import java.time.Instant;
import java.util.List;

/**
 * A company with its workspaces and their live keys, as the operator lists them.
 *
 * @param workspaces oldest first
 */
public record Company(String key, String name, Instant createdAt, List<WithKeys> workspaces) {
  public Company {
    workspaces = List.copyOf(workspaces);
  }

  /**
   * A workspace and its keys that are not revoked, oldest first.
   *
   * @param keys as they may be listed
   */
  public record WithKeys(Workspace workspace, List<ApiKey> keys) {
    public WithKeys {
      keys = List.copyOf(keys);
    }
  }
}

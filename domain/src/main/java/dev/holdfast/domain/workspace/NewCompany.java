package dev.holdfast.domain.workspace;

import java.util.List;

/**
 * A company about to be stored, with one live and one test workspace.
 *
 * @param name the company's, and of both its workspaces
 * @param adminKey the company's own key
 * @param liveKeys the live workspace's first keys
 * @param testKeys the test workspace's first keys
 */
public record NewCompany(
    String name,
    String companyKey,
    NewKey adminKey,
    String liveWorkspaceKey,
    List<NewKey> liveKeys,
    String testWorkspaceKey,
    List<NewKey> testKeys) {
  public NewCompany {
    liveKeys = List.copyOf(liveKeys);
    testKeys = List.copyOf(testKeys);
  }
}

package dev.holdfast.domain.workspace;

import java.util.List;

/**
 * A company about to be stored.
 *
 * @param adminKey the company's own key
 * @param workspaces its first ones, at least one; the very first is the default one
 */
public record NewCompany(
    String name, String companyKey, NewKey adminKey, List<NewWorkspace> workspaces) {
  public NewCompany {
    workspaces = List.copyOf(workspaces);
    if (workspaces.isEmpty()) {
      throw new IllegalArgumentException("a company has a workspace");
    }
  }
}

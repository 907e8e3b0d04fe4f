package dev.holdfast.domain.port;

import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.CompanyKey;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/**
 * The part of the catalog that says to whom things belong: companies, their workspaces, and the
 * keys that open them.
 */
public interface CompanyPort {
  /**
   * Stores a company with its workspaces and keys, all or nothing.
   *
   * @throws StoreFailure.Rejected when one of its keys or hashes is in use; nothing is stored then
   */
  Company createCompany(NewCompany company);

  /** All companies, oldest first, at most {@link #MAX_COMPANIES}. */
  List<Company> companies();

  /** Most companies listed. */
  int MAX_COMPANIES = 10_000;

  /** The workspace of this key. */
  default Optional<Workspace> findWorkspace(String key) {
    return companies().stream()
        .flatMap(company -> company.workspaces().stream())
        .map(Company.WithKeys::workspace)
        .filter(workspace -> workspace.key().equals(key))
        .findFirst();
  }

  /** The workspace of this number. */
  Optional<Workspace> findWorkspace(WorkspaceId workspace);

  /** The workspace's key with this hash, unless it is revoked; a company's own key is none. */
  Optional<ApiKey> findKey(KeyHash hash);

  /**
   * Adds a key to a workspace.
   *
   * @return empty when there is no such workspace
   * @throws StoreFailure.Rejected when there is or was a key of this hash
   */
  Optional<ApiKey> addKey(String workspaceKey, NewKey key);

  /**
   * Revokes a key of a workspace for good.
   *
   * @return whether there was such a key, not revoked before
   */
  boolean revokeKey(String workspaceKey, long keyId);

  /** The company's own key with this hash, unless it is revoked. */
  Optional<CompanyKey> findCompanyKey(KeyHash hash);

  /** The company's workspace of this key; another company's does not exist for it. */
  Optional<Workspace> workspaceOf(CompanyId company, String workspaceKey);

  /** The workspace in which a company's own key works unless it names another. */
  Optional<Workspace> defaultWorkspace(CompanyId company);
}

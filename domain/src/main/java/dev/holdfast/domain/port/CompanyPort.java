package dev.holdfast.domain.port;

import dev.holdfast.domain.refusal.Refusal.UnfitWorkspace.Why;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.CompanyKey;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.NewWorkspace;
import dev.holdfast.domain.workspace.ShownKey;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceChange;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
  Optional<Workspace> findWorkspace(String key);

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

  /** Most workspaces of a company. */
  int MAX_WORKSPACES = 1_000;

  /** The company's workspaces, newest first. */
  List<Workspace> workspaces(CompanyId company);

  /**
   * Adds a workspace to a company, active and not the default one.
   *
   * @return empty when the company has {@link #MAX_WORKSPACES}
   * @throws StoreFailure.Rejected when one of its keys or hashes is or was in use, or there is no
   *     such company; nothing is stored then
   */
  Optional<Workspace> addWorkspace(CompanyId company, NewWorkspace workspace);

  /**
   * Changes a workspace of a company, if {@link WorkspaceChange#hindrance nothing is against it}.
   * Of changes of one company's workspaces one is made after the other. A deleted workspace is not
   * found in any way, nor are its keys.
   */
  WorkspaceAnswer changeWorkspace(CompanyId company, String key, WorkspaceChange change);

  /** What came of changing a workspace. */
  sealed interface WorkspaceAnswer {
    /**
     * It was changed, or was so already.
     *
     * @param workspace as it is now; of a deleted one, as it was
     */
    record Changed(Workspace workspace) implements WorkspaceAnswer {}

    record Unfit(Why why) implements WorkspaceAnswer {}

    record NoSuchWorkspace() implements WorkspaceAnswer {}
  }

  /**
   * The secret keys of these workspaces, oldest first, without those that are revoked or cannot be
   * shown: those stored without their text, or where the store cannot read it (any more).
   */
  Map<WorkspaceId, List<ShownKey>> secretKeys(Collection<WorkspaceId> workspaces);

  /**
   * Adds a secret key to a workspace of a company, and revokes the newest one that it had, if it
   * had one; all or nothing.
   *
   * @return empty when the company has no such workspace
   * @throws StoreFailure.Rejected when there is or was a key of this hash
   */
  Optional<ApiKey> replaceSecretKey(CompanyId company, String workspaceKey, NewKey key);
}

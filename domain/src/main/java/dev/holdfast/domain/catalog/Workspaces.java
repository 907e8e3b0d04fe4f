package dev.holdfast.domain.catalog;

import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.CompanyKey;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewWorkspace;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/**
 * Companies, workspaces and keys. Keys read {@code pk_live_}, {@code sk_live_}, {@code pk_test_},
 * {@code sk_test_} or {@code adm_}, then 32 letters and digits.
 */
public final class Workspaces {
  private final CatalogPort catalog;
  private final IdSource ids;

  /** Workspaces of a catalog. */
  public Workspaces(CatalogPort catalog, IdSource ids) {
    this.catalog = catalog;
    this.ids = ids;
  }

  /** Makes a company with a live and a test workspace and a public and a secret key for each. */
  public OpenedCompany open(String name) {
    return open(name, "co_" + ids.text(20));
  }

  /**
   * The same under a company key of the caller's choice.
   *
   * @throws StoreFailure.Rejected when there is a company of this key
   */
  public OpenedCompany open(String name, String companyKey) {
    IssuedKey admin = IssuedKey.ofCompany(ids);
    IssuedKey livePublic = IssuedKey.ofWorkspace(KeyKind.PUBLIC, false, ids);
    IssuedKey liveSecret = IssuedKey.ofWorkspace(KeyKind.SECRET, false, ids);
    IssuedKey testPublic = IssuedKey.ofWorkspace(KeyKind.PUBLIC, true, ids);
    IssuedKey testSecret = IssuedKey.ofWorkspace(KeyKind.SECRET, true, ids);
    Company company =
        catalog.createCompany(
            new NewCompany(
                name,
                companyKey,
                admin.stored(),
                List.of(
                    workspace(name, false, livePublic, liveSecret),
                    workspace(name, true, testPublic, testSecret))));
    return new OpenedCompany(company, admin, livePublic, liveSecret, testPublic, testSecret);
  }

  private NewWorkspace workspace(String name, boolean test, IssuedKey publicKey, IssuedKey secret) {
    return new NewWorkspace(
        "ws_" + ids.text(20), name, test, List.of(publicKey.stored(), secret.stored()));
  }

  /** All companies, oldest first. */
  public List<Company> list() {
    return catalog.companies();
  }

  /** Who sends this key; empty when nobody may. */
  public Optional<ApiKey> authenticate(String key) {
    return catalog.findKey(KeyHash.of(key));
  }

  /** The workspace of this number. */
  public Optional<Workspace> find(WorkspaceId workspace) {
    return catalog.findWorkspace(workspace);
  }

  /** Whose own key this is; empty when it is no company's. */
  public Optional<CompanyKey> authenticateCompany(String key) {
    return catalog.findCompanyKey(KeyHash.of(key));
  }

  /**
   * A workspace of a company.
   *
   * @param workspaceKey empty: the company's default one
   */
  public Optional<Workspace> ofCompany(CompanyId company, Optional<String> workspaceKey) {
    return workspaceKey.isPresent()
        ? catalog.workspaceOf(company, workspaceKey.get())
        : catalog.defaultWorkspace(company);
  }

  /**
   * Makes another key for a workspace.
   *
   * @param kind public or secret
   */
  public Outcome<AddedKey> addKey(String workspaceKey, KeyKind kind) {
    return catalog
        .findWorkspace(workspaceKey)
        .map(workspace -> addKey(workspaceKey, IssuedKey.ofWorkspace(kind, workspace.test(), ids)))
        .orElseGet(() -> Outcome.refused(new Refusal.UnknownWorkspace()));
  }

  /** A new key as it is listed, and its text, told once. */
  public record AddedKey(ApiKey key, IssuedKey issued) {}

  private Outcome<AddedKey> addKey(String workspaceKey, IssuedKey issued) {
    return catalog
        .addKey(workspaceKey, issued.stored())
        .map(key -> Outcome.accepted(new AddedKey(key, issued)))
        .orElseGet(() -> Outcome.refused(new Refusal.UnknownWorkspace()));
  }

  /** Revokes a key of a workspace; it is dead on every node within a second. */
  public Outcome<Long> revoke(String workspaceKey, long keyId) {
    return catalog.revokeKey(workspaceKey, keyId)
        ? Outcome.accepted(keyId)
        : Outcome.refused(new Refusal.UnknownKey());
  }
}

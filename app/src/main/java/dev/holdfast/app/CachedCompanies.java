package dev.holdfast.app;

import dev.holdfast.domain.port.CompanyPort;
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
import java.util.function.Supplier;

/** The part of {@link CachedCatalog} that says whose things are: keys, and what they open. */
abstract class CachedCompanies implements CompanyPort {
  private final CompanyPort catalog;
  private final CatalogLookUps lookUps;

  CachedCompanies(CompanyPort catalog, CatalogLookUps lookUps) {
    this.catalog = catalog;
    this.lookUps = lookUps;
  }

  /** Forgets afterwards, so that an answer read during the change is not kept beyond it. */
  <T> T changed(Supplier<T> change) {
    try {
      return change.get();
    } finally {
      lookUps.forget();
    }
  }

  @Override
  public Optional<ApiKey> findKey(KeyHash hash) {
    return lookUps.keys.find(hash, () -> catalog.findKey(hash));
  }

  @Override
  public Optional<CompanyKey> findCompanyKey(KeyHash hash) {
    return lookUps.companyKeys.find(hash, () -> catalog.findCompanyKey(hash));
  }

  @Override
  public Optional<Workspace> workspaceOf(CompanyId company, String workspaceKey) {
    return lookUps.workspaces.find(
        new CatalogLookUps.WorkspaceName(company, workspaceKey),
        () -> catalog.workspaceOf(company, workspaceKey));
  }

  @Override
  public Optional<Workspace> defaultWorkspace(CompanyId company) {
    return lookUps.workspaces.find(
        new CatalogLookUps.WorkspaceName(company, null), () -> catalog.defaultWorkspace(company));
  }

  @Override
  public Company createCompany(NewCompany company) {
    return changed(() -> catalog.createCompany(company));
  }

  @Override
  public Optional<ApiKey> addKey(String workspaceKey, NewKey key) {
    return changed(() -> catalog.addKey(workspaceKey, key));
  }

  @Override
  public boolean revokeKey(String workspaceKey, long keyId) {
    return changed(() -> catalog.revokeKey(workspaceKey, keyId));
  }

  @Override
  public Optional<Workspace> addWorkspace(CompanyId company, NewWorkspace workspace) {
    return changed(() -> catalog.addWorkspace(company, workspace));
  }

  @Override
  public WorkspaceAnswer changeWorkspace(CompanyId company, String key, WorkspaceChange change) {
    return changed(() -> catalog.changeWorkspace(company, key, change));
  }

  @Override
  public Optional<ApiKey> replaceSecretKey(CompanyId company, String workspaceKey, NewKey key) {
    return changed(() -> catalog.replaceSecretKey(company, workspaceKey, key));
  }

  @Override
  public List<Company> companies() {
    return catalog.companies();
  }

  @Override
  public Optional<Workspace> findWorkspace(WorkspaceId workspace) {
    return lookUps.opened.find(workspace, () -> catalog.findWorkspace(workspace));
  }

  @Override
  public Optional<Workspace> findWorkspace(String key) {
    return catalog.findWorkspace(key);
  }

  @Override
  public List<Workspace> workspaces(CompanyId company) {
    return catalog.workspaces(company);
  }

  @Override
  public Map<WorkspaceId, List<ShownKey>> secretKeys(Collection<WorkspaceId> workspaces) {
    return catalog.secretKeys(workspaces);
  }
}

package dev.holdfast.domain.inmemory;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Companies in memory: the executable reading of {@link CompanyPort}. */
abstract class InMemoryCompanies implements CompanyPort {
  private final InMemoryStore store;

  InMemoryCompanies(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public Company createCompany(NewCompany company) {
    return store.atomically(() -> store.companies.create(company, store.now()));
  }

  @Override
  public List<Company> companies() {
    return store.atomically(store.companies::list);
  }

  @Override
  public Optional<Workspace> findWorkspace(String key) {
    return store.atomically(() -> store.companies.find(key));
  }

  @Override
  public Optional<Workspace> findWorkspace(WorkspaceId workspace) {
    return store.atomically(() -> store.companies.find(workspace));
  }

  @Override
  public Optional<ApiKey> findKey(KeyHash hash) {
    return store.atomically(() -> store.companies.findKey(hash));
  }

  @Override
  public Optional<ApiKey> addKey(String workspaceKey, NewKey key) {
    return store.atomically(() ->
        store
            .companies
            .find(workspaceKey)
            .map(workspace -> store.companies.keys.add(workspace, key, store.now())));
  }

  @Override
  public boolean revokeKey(String workspaceKey, long keyId) {
    return store.atomically(() ->
        store
            .companies
            .find(workspaceKey)
            .map(workspace -> store.companies.keys.revoke(workspace, keyId))
            .orElse(false));
  }

  @Override
  public Optional<CompanyKey> findCompanyKey(KeyHash hash) {
    return store.atomically(() -> store.companies.keys.findOfCompany(hash));
  }

  @Override
  public Optional<Workspace> workspaceOf(CompanyId company, String workspaceKey) {
    return store.atomically(() -> store.companies.find(company, workspaceKey));
  }

  @Override
  public Optional<Workspace> defaultWorkspace(CompanyId company) {
    return store.atomically(
        () -> store.companies.workspacesOf(company).filter(Workspace::isDefault).findFirst());
  }

  @Override
  public List<Workspace> workspaces(CompanyId company) {
    return store.atomically(() -> store.companies.workspacesOf(company).toList().reversed());
  }

  @Override
  public Optional<Workspace> addWorkspace(CompanyId company, NewWorkspace workspace) {
    return store.atomically(
        () -> store.companies.add(company, workspace, MAX_WORKSPACES, store.now()));
  }

  @Override
  public WorkspaceAnswer changeWorkspace(CompanyId company, String key, WorkspaceChange change) {
    return store.atomically(() ->
        store
            .companies
            .find(company, key)
            .map(workspace -> store.companies.change(workspace, change))
            .orElseGet(WorkspaceAnswer.NoSuchWorkspace::new));
  }

  @Override
  public Map<WorkspaceId, List<ShownKey>> secretKeys(Collection<WorkspaceId> workspaces) {
    return store.atomically(() -> {
      Map<WorkspaceId, List<ShownKey>> keys = new LinkedHashMap<>();
      for (WorkspaceId each : workspaces) {
        keys.put(
            each, store.companies.find(each).map(store.companies.keys::shown).orElseGet(List::of));
      }
      return keys;
    });
  }

  @Override
  public Optional<ApiKey> replaceSecretKey(CompanyId company, String workspaceKey, NewKey key) {
    return store.atomically(() ->
        store
            .companies
            .find(company, workspaceKey)
            .map(workspace -> store.companies.keys.replaceSecret(workspace, key, store.now())));
  }
}

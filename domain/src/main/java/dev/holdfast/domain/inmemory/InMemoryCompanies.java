package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.port.CompanyPort;
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
    return store.atomically(() -> store.companies.findWorkspace(key));
  }

  @Override
  public Optional<Workspace> findWorkspace(WorkspaceId workspace) {
    return store.atomically(() -> store.companies.findWorkspace(workspace));
  }

  @Override
  public Optional<ApiKey> findKey(KeyHash hash) {
    return store.atomically(() -> store.companies.findKey(hash));
  }

  @Override
  public Optional<ApiKey> addKey(String workspaceKey, NewKey key) {
    return store.atomically(() -> store.companies.addKey(workspaceKey, key, store.now()));
  }

  @Override
  public boolean revokeKey(String workspaceKey, long keyId) {
    return store.atomically(() -> store.companies.revokeKey(workspaceKey, keyId));
  }

  @Override
  public Optional<CompanyKey> findCompanyKey(KeyHash hash) {
    return store.atomically(() -> store.companies.findCompanyKey(hash));
  }

  @Override
  public Optional<Workspace> workspaceOf(CompanyId company, String workspaceKey) {
    return store.atomically(() -> store.companies.workspaceOf(company, workspaceKey));
  }

  @Override
  public Optional<Workspace> defaultWorkspace(CompanyId company) {
    return store.atomically(() -> store.companies.defaultWorkspace(company));
  }
}

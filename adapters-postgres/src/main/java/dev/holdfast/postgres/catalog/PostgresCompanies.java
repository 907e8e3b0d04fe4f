package dev.holdfast.postgres.catalog;

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
import dev.holdfast.postgres.SecretBox;
import dev.holdfast.postgres.jdbc.Pool;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Companies, their workspaces and keys on PostgreSQL; see {@link PostgresCatalog}. */
abstract class PostgresCompanies implements CompanyPort {
  private final Pool lookups;
  private final Pool changes;
  private final Pool readers;
  private final KeyTables keys;
  private final CompanyTables companies;

  PostgresCompanies(Pool lookups, Pool changes, Pool readers, Optional<SecretBox> secrets) {
    this.lookups = lookups;
    this.changes = changes;
    this.readers = readers;
    this.keys = new KeyTables(secrets);
    this.companies = new CompanyTables(keys);
  }

  @Override
  public Company createCompany(NewCompany company) {
    return changes.change(connection -> companies.create(connection, company));
  }

  @Override
  public List<Company> companies() {
    return readers.read(CompanyTables::companies);
  }

  @Override
  public Optional<Workspace> findWorkspace(String key) {
    return lookups.read(connection -> CompanyTables.findWorkspace(connection, key));
  }

  @Override
  public Optional<Workspace> findWorkspace(WorkspaceId workspace) {
    return lookups.read(connection -> CompanyTables.findWorkspace(connection, workspace));
  }

  @Override
  public Optional<ApiKey> findKey(KeyHash hash) {
    return lookups.read(connection -> KeyTables.find(connection, hash));
  }

  @Override
  public Optional<ApiKey> addKey(String workspaceKey, NewKey key) {
    return changes.change(connection -> companies.addKey(connection, workspaceKey, key));
  }

  @Override
  public boolean revokeKey(String workspaceKey, long keyId) {
    return changes.change(connection -> KeyTables.revoke(connection, workspaceKey, keyId));
  }

  @Override
  public Optional<CompanyKey> findCompanyKey(KeyHash hash) {
    return lookups.read(connection -> KeyTables.findOfCompany(connection, hash));
  }

  @Override
  public Optional<Workspace> workspaceOf(CompanyId company, String workspaceKey) {
    return lookups.read(connection -> CompanyTables.workspaceOf(connection, company, workspaceKey));
  }

  @Override
  public Optional<Workspace> defaultWorkspace(CompanyId company) {
    return lookups.read(connection -> CompanyTables.defaultWorkspace(connection, company));
  }

  @Override
  public List<Workspace> workspaces(CompanyId company) {
    return readers.read(connection -> CompanyTables.workspaces(connection, company));
  }

  @Override
  public Optional<Workspace> addWorkspace(CompanyId company, NewWorkspace workspace) {
    return changes.change(
        connection -> companies.addWorkspace(connection, company, workspace, MAX_WORKSPACES));
  }

  @Override
  public WorkspaceAnswer changeWorkspace(CompanyId company, String key, WorkspaceChange change) {
    return changes.change(connection -> WorkspaceTables.change(connection, company, key, change));
  }

  @Override
  public Map<WorkspaceId, List<ShownKey>> secretKeys(Collection<WorkspaceId> workspaces) {
    return readers.read(connection -> keys.secrets(connection, workspaces));
  }

  @Override
  public Optional<ApiKey> replaceSecretKey(CompanyId company, String workspaceKey, NewKey key) {
    return changes.change(
        connection -> companies.replaceSecretKey(connection, company, workspaceKey, key));
  }
}

package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.CompanyKey;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tables of companies, workspaces and keys. To be used under the store's mutex only. */
final class InMemoryCatalogCompanies {
  private record CompanyRow(
      CompanyId id, String key, String name, Instant createdAt, List<Workspace> workspaces) {}

  private final Map<String, CompanyRow> companies = new LinkedHashMap<>();
  private final Map<String, Workspace> workspaces = new LinkedHashMap<>();

  /** Of workspaces and not revoked. */
  private final Map<KeyHash, ApiKey> keys = new LinkedHashMap<>();

  /** Of companies. */
  private final Map<KeyHash, CompanyKey> companyKeys = new LinkedHashMap<>();

  /** Of every key there ever was: a revoked one is not given again. */
  private final Set<KeyHash> hashesEver = new HashSet<>();

  private long lastWorkspace;
  private long lastKey;

  Company create(NewCompany company, Instant now) {
    requireUnused(company);
    CompanyId id = new CompanyId(companies.size() + 1L);
    Workspace live = addWorkspace(id, company.liveWorkspaceKey(), company.name(), false);
    Workspace test = addWorkspace(id, company.testWorkspaceKey(), company.name(), true);
    CompanyRow row =
        new CompanyRow(id, company.companyKey(), company.name(), now, List.of(live, test));
    companies.put(row.key, row);
    addCompanyKey(id, company.adminKey(), now);
    company.liveKeys().forEach(key -> addKey(live, key, now));
    company.testKeys().forEach(key -> addKey(test, key, now));
    return company(row);
  }

  private void addCompanyKey(CompanyId company, NewKey key, Instant now) {
    requireNew(hashesEver, key);
    companyKeys.put(key.hash(), new CompanyKey(++lastKey, company, key.lastFour(), now));
  }

  private void requireUnused(NewCompany company) {
    if (companies.containsKey(company.companyKey())
        || workspaces.containsKey(company.liveWorkspaceKey())
        || workspaces.containsKey(company.testWorkspaceKey())
        || company.liveWorkspaceKey().equals(company.testWorkspaceKey())) {
      throw new StoreFailure.Rejected("a company or workspace of this key exists", null);
    }
    Set<KeyHash> seen = new HashSet<>(hashesEver);
    Stream.of(List.of(company.adminKey()), company.liveKeys(), company.testKeys())
        .flatMap(List::stream)
        .forEach(key -> requireNew(seen, key));
  }

  private static void requireNew(Set<KeyHash> seen, NewKey key) {
    if (!seen.add(key.hash())) {
      throw new StoreFailure.Rejected("an API key of this hash exists", null);
    }
  }

  private Workspace addWorkspace(CompanyId company, String key, String name, boolean test) {
    Workspace workspace = new Workspace(new WorkspaceId(++lastWorkspace), company, key, name, test);
    workspaces.put(key, workspace);
    return workspace;
  }

  private ApiKey addKey(Workspace workspace, NewKey key, Instant now) {
    requireNew(hashesEver, key);
    ApiKey added = new ApiKey(++lastKey, key.kind(), workspace, key.lastFour(), now);
    keys.put(key.hash(), added);
    return added;
  }

  List<Company> list() {
    return companies.values().stream().limit(CatalogPort.MAX_COMPANIES).map(this::company).toList();
  }

  private Company company(CompanyRow row) {
    return new Company(
        row.key, row.name, row.createdAt, row.workspaces.stream().map(this::withKeys).toList());
  }

  private Stream<Workspace> workspacesOf(CompanyId company) {
    return workspaces.values().stream().filter(each -> each.company().equals(company));
  }

  Optional<CompanyKey> findCompanyKey(KeyHash hash) {
    return Optional.ofNullable(companyKeys.get(hash));
  }

  Optional<Workspace> workspaceOf(CompanyId company, String key) {
    return workspacesOf(company).filter(each -> each.key().equals(key)).findFirst();
  }

  Optional<Workspace> defaultWorkspace(CompanyId company) {
    return workspacesOf(company).filter(each -> !each.test()).findFirst();
  }

  private Company.WithKeys withKeys(Workspace workspace) {
    return new Company.WithKeys(
        workspace,
        keys.values().stream().filter(key -> key.workspace().equals(workspace.id())).toList());
  }

  Optional<Workspace> findWorkspace(String key) {
    return Optional.ofNullable(workspaces.get(key));
  }

  Optional<Workspace> findWorkspace(WorkspaceId id) {
    return workspaces.values().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  Optional<ApiKey> findKey(KeyHash hash) {
    return Optional.ofNullable(keys.get(hash));
  }

  Optional<ApiKey> addKey(String workspaceKey, NewKey key, Instant now) {
    return Optional.ofNullable(workspaces.get(workspaceKey))
        .map(workspace -> addKey(workspace, key, now));
  }

  boolean revokeKey(String workspaceKey, long keyId) {
    Workspace workspace = workspaces.get(workspaceKey);
    return workspace != null
        && keys.values()
            .removeIf(key -> key.id() == keyId && key.workspace().equals(workspace.id()));
  }

  void requireWorkspace(WorkspaceId workspace) {
    if (workspaces.values().stream().noneMatch(known -> known.id().equals(workspace))) {
      throw new StoreFailure.Rejected("there is no such workspace", null);
    }
  }
}

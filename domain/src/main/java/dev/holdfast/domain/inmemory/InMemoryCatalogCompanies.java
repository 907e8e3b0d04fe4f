package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
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
      String key, String name, Instant createdAt, Workspace live, Workspace test) {}

  private final Map<String, CompanyRow> companies = new LinkedHashMap<>();
  private final Map<String, Workspace> workspaces = new LinkedHashMap<>();

  /** Of workspaces and not revoked; a company's own key opens none. */
  private final Map<KeyHash, ApiKey> keys = new LinkedHashMap<>();

  /** Of every key there ever was: a revoked one is not given again. */
  private final Set<KeyHash> hashesEver = new HashSet<>();

  private long lastWorkspace;
  private long lastKey;

  Company create(NewCompany company, Instant now) {
    requireUnused(company);
    Workspace live = addWorkspace(company.liveWorkspaceKey(), company.name(), false);
    Workspace test = addWorkspace(company.testWorkspaceKey(), company.name(), true);
    CompanyRow row = new CompanyRow(company.companyKey(), company.name(), now, live, test);
    companies.put(row.key, row);
    requireNew(hashesEver, company.adminKey());
    company.liveKeys().forEach(key -> addKey(live, key, now));
    company.testKeys().forEach(key -> addKey(test, key, now));
    return company(row);
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

  private Workspace addWorkspace(String key, String name, boolean test) {
    Workspace workspace = new Workspace(new WorkspaceId(++lastWorkspace), key, name, test);
    workspaces.put(key, workspace);
    return workspace;
  }

  private ApiKey addKey(Workspace workspace, NewKey key, Instant now) {
    requireNew(hashesEver, key);
    ApiKey added =
        new ApiKey(++lastKey, key.kind(), workspace.id(), workspace.test(), key.lastFour(), now);
    keys.put(key.hash(), added);
    return added;
  }

  List<Company> list() {
    return companies.values().stream().limit(CatalogPort.MAX_COMPANIES).map(this::company).toList();
  }

  private Company company(CompanyRow row) {
    return new Company(
        row.key, row.name, row.createdAt, List.of(withKeys(row.live), withKeys(row.test)));
  }

  private Company.WithKeys withKeys(Workspace workspace) {
    return new Company.WithKeys(
        workspace,
        keys.values().stream().filter(key -> key.workspace().equals(workspace.id())).toList());
  }

  Optional<Workspace> findWorkspace(String key) {
    return Optional.ofNullable(workspaces.get(key));
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

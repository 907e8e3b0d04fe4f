package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.CompanyPort.WorkspaceAnswer;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Refusal.UnfitWorkspace.Why;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewWorkspace;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceChange;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tables of companies and workspaces. To be used under the store's mutex only. */
final class InMemoryCatalogCompanies {
  private record CompanyRow(CompanyId id, String key, String name, Instant createdAt) {}

  private final Map<String, CompanyRow> companies = new LinkedHashMap<>();

  /** Those that are not deleted, oldest first. */
  private final Map<WorkspaceId, Workspace> workspaces = new LinkedHashMap<>();

  /** Of every workspace there ever was. */
  private final Set<String> workspaceKeys = new HashSet<>();

  final InMemoryKeyTable keys = new InMemoryKeyTable();

  Company create(NewCompany company, Instant now) {
    requireUnused(company);
    CompanyRow row =
        new CompanyRow(
            new CompanyId(companies.size() + 1L), company.companyKey(), company.name(), now);
    companies.put(row.key, row);
    keys.add(row.id, company.adminKey(), now);
    for (int n = 0; n < company.workspaces().size(); n++) {
      add(row.id, company.workspaces().get(n), n == 0, now);
    }
    return company(row);
  }

  private void requireUnused(NewCompany company) {
    if (companies.containsKey(company.companyKey())) {
      throw new StoreFailure.Rejected("a company of this key exists", null);
    }
    requireUnused(company.workspaces());
    keys.requireNew(
        Stream.concat(
            Stream.of(company.adminKey()),
            company.workspaces().stream().flatMap(each -> each.keys().stream())));
  }

  private void requireUnused(List<NewWorkspace> wanted) {
    Set<String> seen = new HashSet<>(workspaceKeys);
    if (!wanted.stream().allMatch(each -> seen.add(each.key()))) {
      throw new StoreFailure.Rejected("a workspace of this key exists", null);
    }
  }

  private Workspace add(CompanyId company, NewWorkspace wanted, boolean isDefault, Instant now) {
    workspaceKeys.add(wanted.key());
    Workspace workspace =
        new Workspace(
            new WorkspaceId(workspaceKeys.size()),
            company,
            wanted.key(),
            wanted.name(),
            wanted.test(),
            true,
            isDefault);
    workspaces.put(workspace.id(), workspace);
    wanted.keys().forEach(key -> keys.add(workspace, key, now));
    return workspace;
  }

  List<Company> list() {
    return companies.values().stream().limit(CatalogPort.MAX_COMPANIES).map(this::company).toList();
  }

  private Company company(CompanyRow row) {
    return new Company(
        row.key,
        row.name,
        row.createdAt,
        workspacesOf(row.id).map(each -> new Company.WithKeys(each, keys.of(each))).toList());
  }

  Stream<Workspace> workspacesOf(CompanyId company) {
    return workspaces.values().stream().filter(each -> each.company().equals(company));
  }

  Optional<Workspace> find(String key) {
    return workspaces.values().stream().filter(each -> each.key().equals(key)).findFirst();
  }

  Optional<Workspace> find(WorkspaceId id) {
    return Optional.ofNullable(workspaces.get(id));
  }

  Optional<Workspace> find(CompanyId company, String key) {
    return find(key).filter(each -> each.company().equals(company));
  }

  Optional<ApiKey> findKey(KeyHash hash) {
    return keys.find(hash, this::find);
  }

  Optional<Workspace> add(CompanyId company, NewWorkspace wanted, int most, Instant now) {
    if (companies.values().stream().noneMatch(row -> row.id.equals(company))) {
      throw new StoreFailure.Rejected("there is no such company", null);
    }
    if (workspacesOf(company).count() >= most) {
      return Optional.empty();
    }
    requireUnused(List.of(wanted));
    keys.requireNew(wanted.keys().stream());
    return Optional.of(add(company, wanted, false, now));
  }

  WorkspaceAnswer change(Workspace now, WorkspaceChange change) {
    Optional<Why> hindrance = change.hindrance(now);
    return hindrance.isPresent()
        ? new WorkspaceAnswer.Unfit(hindrance.get())
        : new WorkspaceAnswer.Changed(made(now, change));
  }

  private Workspace made(Workspace now, WorkspaceChange change) {
    return switch (change) {
      case WorkspaceChange.Rename(String name) -> put(now, name, now.active(), now.isDefault());
      case WorkspaceChange.Activate() -> put(now, now.name(), true, now.isDefault());
      case WorkspaceChange.Deactivate() -> put(now, now.name(), false, false);
      case WorkspaceChange.MakeDefault() -> {
        workspacesOf(now.company())
            .filter(Workspace::isDefault)
            .toList()
            .forEach(before -> put(before, before.name(), true, false));
        yield put(now, now.name(), true, true);
      }
      case WorkspaceChange.Delete() -> {
        workspaces.remove(now.id());
        yield now;
      }
    };
  }

  private Workspace put(Workspace now, String name, boolean active, boolean isDefault) {
    Workspace changed =
        new Workspace(now.id(), now.company(), now.key(), name, now.test(), active, isDefault);
    workspaces.put(now.id(), changed);
    return changed;
  }

  /** A deleted one still has what is in it. */
  void requireWorkspace(WorkspaceId workspace) {
    if (workspace.value() < 1 || workspace.value() > workspaceKeys.size()) {
      throw new StoreFailure.Rejected("there is no such workspace", null);
    }
  }
}

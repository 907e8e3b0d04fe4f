package dev.holdfast.domain.catalog;

import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.CompanyPort.WorkspaceAnswer;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.refusal.Refusal.UnfitWorkspace;
import dev.holdfast.domain.refusal.Refusal.UnfitWorkspace.Why;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewWorkspace;
import dev.holdfast.domain.workspace.ShownKey;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceChange;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The workspaces of a company, as it manages them itself (seats.io dialect, sections 6 and 7). */
public final class CompanyWorkspaces {
  private final CatalogPort catalog;
  private final IdSource ids;

  /** Workspaces of a catalog. */
  public CompanyWorkspaces(CatalogPort catalog, IdSource ids) {
    this.catalog = catalog;
    this.ids = ids;
  }

  /**
   * A workspace with those of its secret keys that can be shown, the newest last.
   *
   * @param secretKeys their texts
   */
  public record WithSecrets(Workspace workspace, List<String> secretKeys) {
    public WithSecrets {
      secretKeys = List.copyOf(secretKeys);
    }

    /** Says nothing of the keys: they are secrets. */
    @Override
    public String toString() {
      return "WithSecrets[" + workspace.key() + ", " + secretKeys.size() + "]";
    }
  }

  /**
   * A company that was just made.
   *
   * @param admin its own key
   * @param workspace its only one
   */
  public record Opened(Company company, IssuedKey admin, WithSecrets workspace) {}

  /** Makes a company with one workspace. */
  public Opened open(String name, String workspaceName) {
    IssuedKey admin = IssuedKey.ofCompany(ids);
    Made made = made(workspaceName, false);
    Company company =
        catalog.createCompany(
            new NewCompany(name, "co_" + ids.text(20), admin.stored(), List.of(made.workspace)));
    Workspace workspace = company.workspaces().getFirst().workspace();
    return new Opened(company, admin, new WithSecrets(workspace, List.of(made.secret.text())));
  }

  /** A workspace to be stored, and the text of its secret key. */
  private record Made(NewWorkspace workspace, IssuedKey secret) {}

  private Made made(String name, boolean test) {
    IssuedKey publicKey = IssuedKey.ofWorkspace(KeyKind.PUBLIC, test, ids);
    IssuedKey secret = IssuedKey.ofWorkspace(KeyKind.SECRET, test, ids);
    return new Made(
        new NewWorkspace(
            "ws_" + ids.text(20), name, test, List.of(publicKey.stored(), secret.stored())),
        secret);
  }

  /** Makes a workspace with a public and a secret key; it is active. */
  public Outcome<WithSecrets> add(CompanyId company, String name, boolean test) {
    Made made = made(name, test);
    return catalog
        .addWorkspace(company, made.workspace)
        .map(added -> Outcome.accepted(new WithSecrets(added, List.of(made.secret.text()))))
        .orElseGet(() -> Outcome.refused(new UnfitWorkspace(Why.ONE_TOO_MANY)));
  }

  /** A workspace of the company. */
  public Outcome<WithSecrets> find(CompanyId company, String key) {
    return owned(company, key)
        .map(found -> Outcome.accepted(withSecrets(List.of(found)).getFirst()))
        .orElseGet(CompanyWorkspaces::unknown);
  }

  /** As it is now; what callers are let in by may be a moment old. */
  private Optional<Workspace> owned(CompanyId company, String key) {
    return catalog.findWorkspace(key).filter(found -> found.company().equals(company));
  }

  /** Those of some workspaces that are listed. */
  public enum Which {
    ALL,
    ACTIVE,
    INACTIVE;

    private boolean has(Workspace workspace) {
      return switch (this) {
        case ALL -> true;
        case ACTIVE -> workspace.active();
        case INACTIVE -> !workspace.active();
      };
    }
  }

  /**
   * Workspaces of the company, newest first.
   *
   * @param named a part of their names, in any case; empty: whatever they are called
   */
  public Slice<WithSecrets> list(
      CompanyId company, Which which, String named, Slice.Request request) {
    Predicate<Workspace> asked =
        each ->
            which.has(each)
                && each.name().toLowerCase(Locale.ROOT).contains(named.toLowerCase(Locale.ROOT));
    Slice<Workspace> slice =
        Slice.of(
            catalog.workspaces(company).stream().filter(asked).toList(),
            request,
            Slice.Order.newestFirst(each -> each.id().value()));
    return new Slice<>(withSecrets(slice.items()), slice.hasEarlier(), slice.hasLater());
  }

  private List<WithSecrets> withSecrets(List<Workspace> workspaces) {
    Map<WorkspaceId, List<ShownKey>> keys =
        catalog.secretKeys(workspaces.stream().map(Workspace::id).toList());
    return workspaces.stream()
        .map(each ->
            new WithSecrets(
                each,
                keys.getOrDefault(each.id(), List.of()).stream().map(ShownKey::text).toList()))
        .toList();
  }

  /** Changes a workspace of the company. */
  public Outcome<Workspace> change(CompanyId company, String key, WorkspaceChange change) {
    return switch (catalog.changeWorkspace(company, key, change)) {
      case WorkspaceAnswer.Changed(Workspace changed) -> Outcome.accepted(changed);
      case WorkspaceAnswer.Unfit(Why why) -> Outcome.refused(new UnfitWorkspace(why));
      case WorkspaceAnswer.NoSuchWorkspace() -> unknown();
    };
  }

  /** Makes a secret key in the place of the newest one, which is dead within a second. */
  public Outcome<IssuedKey> regenerateSecretKey(CompanyId company, String workspaceKey) {
    return withNewKey(
        company,
        workspaceKey,
        issued -> catalog.replaceSecretKey(company, workspaceKey, issued.stored()));
  }

  /** Makes another secret key beside those there are. */
  public Outcome<IssuedKey> addSecretKey(CompanyId company, String workspaceKey) {
    return withNewKey(
        company, workspaceKey, issued -> catalog.addKey(workspaceKey, issued.stored()));
  }

  private interface Storing {
    Optional<ApiKey> store(IssuedKey issued);
  }

  private Outcome<IssuedKey> withNewKey(CompanyId company, String workspaceKey, Storing storing) {
    Optional<IssuedKey> issued =
        owned(company, workspaceKey)
            .map(workspace -> IssuedKey.ofWorkspace(KeyKind.SECRET, workspace.test(), ids));
    return issued.flatMap(storing::store).isPresent() ? Outcome.accepted(issued.get()) : unknown();
  }

  /**
   * Revokes a secret key of a workspace of the company, which is dead within a second.
   *
   * @param text the key as its holder sends it
   */
  public Outcome<ApiKey> removeSecretKey(CompanyId company, String workspaceKey, String text) {
    if (owned(company, workspaceKey).isEmpty()) {
      return unknown();
    }
    return catalog
        .findKey(KeyHash.of(text))
        .filter(key -> key.kind() == KeyKind.SECRET && key.opens().key().equals(workspaceKey))
        .filter(key -> catalog.revokeKey(workspaceKey, key.id()))
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(new Refusal.UnknownKey()));
  }

  private static <T> Outcome<T> unknown() {
    return Outcome.refused(new Refusal.UnknownWorkspace());
  }
}

package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.CompanyKey;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.ShownKey;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Table of API keys that are not revoked. To be used under the store's mutex only. */
final class InMemoryKeyTable {
  private record Row(
      long id,
      KeyKind kind,
      WorkspaceId opens,
      String lastFour,
      Instant createdAt,
      Optional<String> text) {
    ApiKey in(Workspace workspace) {
      return new ApiKey(id, kind, workspace, lastFour, createdAt);
    }
  }

  private final Map<KeyHash, Row> keys = new LinkedHashMap<>();
  private final Map<KeyHash, CompanyKey> companyKeys = new LinkedHashMap<>();

  /** Of every key there ever was: a revoked one is not given again. */
  private final Set<KeyHash> hashesEver = new HashSet<>();

  private long last;

  /** Says whether these keys could all be added. */
  void requireNew(Stream<NewKey> wanted) {
    Set<KeyHash> seen = new HashSet<>(hashesEver);
    wanted.forEach(key -> requireNew(seen, key));
  }

  private static void requireNew(Set<KeyHash> seen, NewKey key) {
    if (!seen.add(key.hash())) {
      throw new StoreFailure.Rejected("an API key of this hash exists", null);
    }
  }

  ApiKey add(Workspace workspace, NewKey key, Instant now) {
    requireNew(hashesEver, key);
    Row row = new Row(++last, key.kind(), workspace.id(), key.lastFour(), now, key.text());
    keys.put(key.hash(), row);
    return row.in(workspace);
  }

  void add(CompanyId company, NewKey key, Instant now) {
    requireNew(hashesEver, key);
    companyKeys.put(key.hash(), new CompanyKey(++last, company, key.lastFour(), now));
  }

  Optional<CompanyKey> findOfCompany(KeyHash hash) {
    return Optional.ofNullable(companyKeys.get(hash));
  }

  /**
   * The key with this hash.
   *
   * @param workspaces those that there are
   */
  Optional<ApiKey> find(KeyHash hash, Function<WorkspaceId, Optional<Workspace>> workspaces) {
    return Optional.ofNullable(keys.get(hash))
        .flatMap(row -> workspaces.apply(row.opens).map(row::in));
  }

  List<ApiKey> of(Workspace workspace) {
    return rows(workspace).map(row -> row.in(workspace)).toList();
  }

  private Stream<Row> rows(Workspace workspace) {
    return keys.values().stream().filter(row -> row.opens.equals(workspace.id()));
  }

  List<ShownKey> shown(Workspace workspace) {
    return rows(workspace)
        .filter(row -> row.kind == KeyKind.SECRET)
        .flatMap(row -> row.text.map(text -> new ShownKey(row.in(workspace), text)).stream())
        .toList();
  }

  boolean revoke(Workspace workspace, long id) {
    return keys.values().removeIf(row -> row.id == id && row.opens.equals(workspace.id()));
  }

  ApiKey replaceSecret(Workspace workspace, NewKey key, Instant now) {
    Optional<Row> newest =
        rows(workspace).filter(row -> row.kind == KeyKind.SECRET).reduce((_, later) -> later);
    ApiKey added = add(workspace, key, now);
    newest.ifPresent(row -> revoke(workspace, row.id));
    return added;
  }
}

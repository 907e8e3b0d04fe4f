package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.HoldTokenPort.Ended;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of tokens that have a term. To be used under the store's mutex only. */
final class InMemoryTokenTable {
  private record Name(WorkspaceId workspace, HoldToken token) {}

  /**
   * One token.
   *
   * @param ended whether it was ended before its time and is not settled
   */
  private record Row(TokenTerm term, boolean ended) {}

  private final Map<Name, Row> rows = new LinkedHashMap<>();

  Optional<TokenTerm> find(WorkspaceId workspace, HoldToken token) {
    return Optional.ofNullable(rows.get(new Name(workspace, token))).map(Row::term);
  }

  /** Where a database would have made the other wait, this refuses whoever comes second. */
  void check(WorkspaceId workspace, HoldToken token, @Nullable TokenTerm read) {
    if (!Objects.equals(find(workspace, token).orElse(null), read)) {
      throw new StoreFailure.Unavailable("decided on another term of a token", null);
    }
  }

  void put(WorkspaceId workspace, HoldToken token, TokenTerm term) {
    rows.put(new Name(workspace, token), new Row(term, false));
  }

  boolean end(WorkspaceId workspace, HoldToken token, Instant now) {
    Optional<TokenTerm> live = find(workspace, token).filter(term -> term.liveAt(now));
    live.ifPresent(term -> rows.put(new Name(workspace, token), new Row(term.endedAt(now), true)));
    return live.isPresent();
  }

  List<Ended> ended(Instant atTheLatest, int limit) {
    return rows.entrySet().stream()
        .filter(each -> each.getValue().ended())
        .filter(each -> !each.getValue().term().until().isAfter(atTheLatest))
        .sorted(Comparator.comparing(each -> each.getValue().term().until()))
        .limit(limit)
        .map(each -> new Ended(each.getKey().workspace(), each.getKey().token()))
        .toList();
  }

  void settled(WorkspaceId workspace, HoldToken token) {
    rows.computeIfPresent(new Name(workspace, token), (_, row) -> new Row(row.term(), false));
  }
}

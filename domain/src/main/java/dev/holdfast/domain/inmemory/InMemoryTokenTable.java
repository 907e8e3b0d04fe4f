package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.HoldTokenPort.Ended;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of tokens that have a term. To be used under the store's mutex only. */
final class InMemoryTokenTable {
  private record Name(WorkspaceId workspace, HoldToken token) {}

  /**
   * One token.
   *
   * @param ended whether it was ended before its time and is not settled
   * @param asked how often somebody asked to end it, whether it was over already or not
   */
  private record Row(TokenTerm term, boolean ended, int asked) {}

  /**
   * What a transaction read of a token: whatever it decides on that holds only as long as it stays.
   *
   * @param term empty when there was none
   */
  record Read(Optional<TokenTerm> term, int asked) {}

  private final Map<Name, Row> rows = new LinkedHashMap<>();

  Optional<TokenTerm> find(WorkspaceId workspace, HoldToken token) {
    return Optional.ofNullable(rows.get(new Name(workspace, token))).map(Row::term);
  }

  Read read(WorkspaceId workspace, HoldToken token) {
    Row row = rows.get(new Name(workspace, token));
    return row == null
        ? new Read(Optional.empty(), 0)
        : new Read(Optional.of(row.term()), row.asked());
  }

  /** Where a database would have made the other wait, this refuses whoever comes second. */
  void check(WorkspaceId workspace, HoldToken token, Read read) {
    if (!read(workspace, token).equals(read)) {
      throw new StoreFailure.Unavailable("decided on another term of a token", null);
    }
  }

  /** Several events of one transaction may prolong a token: the longest term stands. */
  void put(WorkspaceId workspace, HoldToken token, TokenTerm term) {
    rows.merge(
        new Name(workspace, token),
        new Row(term, false, 0),
        (old, next) -> new Row(old.term().prolongedTo(next.term().until()), false, old.asked()));
  }

  /** Makes a token. */
  TokenTerm open(WorkspaceId workspace, HoldToken token, TokenTerm term) {
    if (rows.putIfAbsent(new Name(workspace, token), new Row(term, false, 0)) != null) {
      throw new StoreFailure.Rejected("a token of this name exists", null);
    }
    return term;
  }

  /**
   * Gives a live token this term, and counts as having asked: who read the other one may not go on.
   */
  Optional<TokenTerm> renew(WorkspaceId workspace, HoldToken token, Instant now, Duration life) {
    Optional<TokenTerm> renewed =
        find(workspace, token)
            .filter(term -> term.liveAt(now))
            .map(term -> term.renewedAt(now, life));
    renewed.ifPresent(term ->
        rows.computeIfPresent(
            new Name(workspace, token), (_, row) -> new Row(term, row.ended(), row.asked() + 1)));
    return renewed;
  }

  boolean end(WorkspaceId workspace, HoldToken token, Instant now) {
    boolean live = find(workspace, token).filter(term -> term.liveAt(now)).isPresent();
    rows.computeIfPresent(
        new Name(workspace, token),
        (_, row) -> new Row(row.term().endedAt(now), row.ended() || live, row.asked() + 1));
    return live;
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
    rows.computeIfPresent(
        new Name(workspace, token), (_, row) -> new Row(row.term(), false, row.asked()));
  }
}

package dev.holdfast.domain.simulation;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.journal.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The terms of tokens as they were after each change; nothing in it is ever taken back. */
final class TermHistory {
  private record Past(long moment, TokenTerm term) {}

  private final Map<HoldToken, List<Past>> terms = new HashMap<>();
  private long changes;

  /** So many changes ago it was the beginning; what is asked of a moment stays as it is. */
  long moment() {
    return changes;
  }

  void put(HoldToken token, TokenTerm term) {
    changes++;
    terms.computeIfAbsent(token, _ -> new ArrayList<>()).add(new Past(changes, term));
  }

  /** A token has its first term, or a longer one. */
  void prolong(HoldToken token, TokenTerm term) {
    TokenTerm old = now(token);
    put(token, old == null ? term : old.prolongedTo(term.until()));
  }

  /** The term of the token that an entry concerns; null if there is none. */
  @Nullable TokenTerm of(JournalEntry entry, long moment) {
    HoldToken token = entry.token();
    return token == null ? null : at(token, moment);
  }

  /** The token's term as it is now; null if it has none. */
  @Nullable TokenTerm now(HoldToken token) {
    return at(token, changes);
  }

  /** The token's term as it was; null if it had none. */
  @Nullable TokenTerm at(HoldToken token, long moment) {
    List<Past> past = terms.getOrDefault(token, List.of());
    for (int n = past.size() - 1; n >= 0; n--) {
      if (past.get(n).moment <= moment) {
        return past.get(n).term;
      }
    }
    return null;
  }
}

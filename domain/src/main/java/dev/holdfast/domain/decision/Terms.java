package dev.holdfast.domain.decision;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.LedgerWrites.TokenChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The terms of the tokens at a desk, kept up while commands are decided. */
final class Terms {
  private final Instant now;
  private final Map<HoldToken, TokenTerm> terms;
  private final TreeSet<HoldToken> changed = new TreeSet<>();

  Terms(Map<HoldToken, TokenTerm> terms, Instant now) {
    this.terms = new HashMap<>(terms);
    this.now = now;
  }

  /** The token's term, if it has one. */
  Optional<TokenTerm> of(HoldToken token) {
    return Optional.ofNullable(terms.get(token));
  }

  /** Whether the token's term is over: then nothing can be done under it, whatever it holds. */
  boolean isOver(HoldToken token) {
    TokenTerm term = terms.get(token);
    return term != null && !term.liveAt(now);
  }

  /** Gives a new token its term. */
  void open(HoldToken token, Duration life) {
    if (terms.containsKey(token)) {
      throw new IllegalStateException("a token was made that was there already");
    }
    put(token, TokenTerm.from(now, life));
  }

  /** Lets the token live as long as a hold under it. */
  void prolong(HoldToken token, Instant until) {
    TokenTerm term = terms.get(token);
    if (term != null && !term.prolongedTo(until).equals(term)) {
      put(token, term.prolongedTo(until));
    }
  }

  private void put(HoldToken token, TokenTerm term) {
    terms.put(token, term);
    changed.add(token);
  }

  List<TokenChange> changes() {
    List<TokenChange> changes = new ArrayList<>();
    changed.forEach(
        token -> of(token).ifPresent(term -> changes.add(new TokenChange(token, term))));
    return changes;
  }
}

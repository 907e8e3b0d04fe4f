package dev.holdfast.domain.decision;

import dev.holdfast.domain.hold.HoldToken;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the clerk has noted of the tokens that expire by themselves. */
final class TermNotes {
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  /** The latest instants of a token: as it stands, and as far as it may be prolonged. */
  private record Term(Instant until, Instant latest) {}

  private final Map<HoldToken, Term> terms = new HashMap<>();

  /** Whether it expires by itself, or did. */
  boolean has(HoldToken token) {
    return terms.containsKey(token);
  }

  /** Until when it lasts, over or not. */
  Optional<Instant> until(HoldToken token) {
    return Optional.ofNullable(terms.get(token)).map(Term::until);
  }

  boolean isOver(HoldToken token, Instant now) {
    Term term = terms.get(token);
    return term != null && !now.isBefore(term.until);
  }

  void begin(HoldToken token, Duration life, Instant now) {
    Instant latest = now.plus(TWO_HOURS);
    terms.put(token, new Term(earlier(now.plus(life), latest), latest));
  }

  /** Ends it, unless it is over or never began. */
  boolean end(HoldToken token, Instant now) {
    boolean ran = has(token) && !isOver(token, now);
    terms.computeIfPresent(token, (_, term) -> ran ? new Term(now, term.latest) : term);
    return ran;
  }

  /** The deadline of a hold, which does not outlive its token. */
  Instant within(HoldToken token, Instant deadline) {
    Term term = terms.get(token);
    return term == null ? deadline : earlier(deadline, term.until);
  }

  /** Prolongs it as far as it may be, and never shortens it; how far a hold may be extended. */
  Instant prolong(HoldToken token, Instant until) {
    Term term = Objects.requireNonNull(terms.get(token));
    Instant bounded = earlier(until, term.latest);
    if (bounded.isAfter(term.until)) {
      terms.put(token, new Term(bounded, term.latest));
    }
    return bounded;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}

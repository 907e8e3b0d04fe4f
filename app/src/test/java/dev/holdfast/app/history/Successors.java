package dev.holdfast.app.history;

import dev.holdfast.app.history.Timeline.Known;
import dev.holdfast.app.history.Violation.Kind;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Whether each version of a seat may come right after the one before, and who made it. */
final class Successors {
  private static final String NOBODY = "";

  private final History history;
  private final Timeline timeline;
  private final Wishes wishes;
  private final Claims claims;
  private final Findings findings;
  private final Set<String> holders = new HashSet<>();

  Successors(History history, Timeline timeline, Wishes wishes, Claims claims, Findings findings) {
    this.history = history;
    this.timeline = timeline;
    this.wishes = wishes;
    this.claims = claims;
    this.findings = findings;
  }

  void check() {
    Known before = null;
    for (Map.Entry<Long, Known> each : timeline.known().entrySet()) {
      if (before != null) {
        long hidden = each.getKey() - before.sight().version() - 1;
        if (hidden == 0) {
          step(before, each.getValue());
        } else {
          gap(before, each.getValue(), hidden);
        }
      }
      before = each.getValue();
    }
  }

  private void step(Known before, Known after) {
    wishes
        .changed(after.sight().version())
        .ifPresentOrElse(call -> change(before, after, call), () -> next(before, after));
  }

  /** A change of status, which may lead further than a step of v1 or tmt. */
  private void change(Known before, Known after, Call call) {
    Sight old = before.sight();
    boolean held = old.standing() == Standing.HELD;
    boolean house = call.token().isEmpty();
    boolean mayTouch = !held || house || call.token().equals(old.token());
    boolean legal =
        mayTouch
            && switch (call.deed()) {
              case RESERVE, TAKE -> old.standing() != Standing.BOOKED;
              case FREE -> true;
              case HOLD, EXTEND, BOOK, RELEASE, LOOK -> false;
            };
    if (!legal) {
      illegal(before, after);
    } else if (held && !house) {
      inTime(old, after);
    }
    if (after.sight().standing() == Standing.HELD) {
      holders.add(token(after.sight()));
    }
  }

  private void next(Known before, Known after) {
    Sight old = before.sight();
    Sight now = after.sight();
    switch (now.standing()) {
      case HELD -> {
        if (old.standing() == Standing.HELD && sameHolder(old, now)) {
          asked(Deed.EXTEND, after, token(now));
          inTime(old, after);
        } else if (old.standing() == Standing.FREE) {
          begins(after);
        } else {
          illegal(before, after);
        }
      }
      case BOOKED -> {
        if (old.standing() == Standing.HELD && sameHolder(old, now)) {
          asked(Deed.BOOK, after, token(old));
          inTime(old, after);
        } else {
          illegal(before, after);
        }
      }
      case FREE -> {
        switch (old.standing()) {
          case HELD -> ends(old, after);
          case BOOKED -> asked(Deed.RELEASE, after, NOBODY);
          case FREE, UNSAID -> illegal(before, after);
        }
      }
      case UNSAID -> throw new IllegalStateException("nothing is known of it: " + now);
    }
  }

  private static boolean sameHolder(Sight one, Sight other) {
    return one.token() == null || other.token() == null || one.token().equals(other.token());
  }

  private static String token(Sight sight) {
    return Objects.requireNonNullElse(sight.token(), NOBODY);
  }

  private void illegal(Known before, Known after) {
    findings.add(Kind.ILLEGAL, timeline.object(), words(before) + ", and then " + words(after));
  }

  private static String words(Known known) {
    String text = Timeline.words(known.sight());
    return known.sight().version() + " is " + text + " (" + known.by() + ")";
  }

  /** A hold: a token that has held the seat before must have asked once more. */
  private void begins(Known after) {
    String token = token(after.sight());
    boolean again = !holders.add(token);
    asked(Deed.HOLD, after, token, again ? Kind.RESURRECTED : Kind.UNASKED);
  }

  /** Released by somebody, or lapsed; a deadline that is not known may have been any. */
  private void ends(Sight old, Known after) {
    long version = after.sight().version();
    if (wishes.done(Deed.RELEASE, version).isPresent()) {
      return;
    }
    Instant until = old.until();
    Instant at = after.sight().at();
    boolean lapsed = until == null || at == null || !at.isBefore(until);
    if (!lapsed
        && !history.mayHaveEnded(old.token(), at)
        && unanswered(Deed.RELEASE, after, token(old)).isEmpty()
        && unanswered(Deed.RELEASE, after, NOBODY).isEmpty()) {
      findings.add(
          Kind.CUT_SHORT,
          timeline.object(),
          "held by " + old.token() + " until " + until + ", and free at " + at);
    }
  }

  private void asked(Deed deed, Known after, String token) {
    asked(deed, after, token, Kind.UNASKED);
  }

  private void asked(Deed deed, Known after, String token, Kind otherwise) {
    if (wishes.done(deed, after.sight().version()).isEmpty()
        && unanswered(deed, after, token).isEmpty()) {
      String why = wishes.turnedAway(deed, token) ? "who asked was turned away" : "nobody asked";
      findings.add(otherwise, timeline.object(), words(after) + ": " + deed + ", but " + why);
    }
  }

  private Optional<Call> unanswered(Deed deed, Known after, String token) {
    Optional<Call> call = wishes.take(deed, token, after.shownBy());
    call.ifPresent(each -> claims.add(each, timeline.object()));
    return call;
  }

  /** A deadline is exclusive; both are cut to the millisecond, in which they may look the same. */
  private void inTime(Sight held, Known after) {
    Instant until = held.until();
    Instant at = after.sight().at();
    if (until != null && at != null && at.isAfter(until)) {
      findings.add(
          Kind.LATE, timeline.object(), words(after) + ", but the hold was until " + until);
    }
  }

  /** Without a journal: each hidden change is a lapse, or made by a call without an answer. */
  private void gap(Known before, Known after, long hidden) {
    if (hidden == 1 && !oneStepBetween(before.sight(), after.sight())) {
      findings.add(Kind.GAP, timeline.object(), words(before) + ", and two later " + words(after));
    } else if (hidden > 2L * wishes.unknown() + 1) {
      String many = hidden + " changes that nobody made between ";
      findings.add(Kind.GAP, timeline.object(), many + words(before) + " and " + words(after));
    }
    if (after.sight().standing() == Standing.HELD) {
      holders.add(token(after.sight()));
    }
  }

  private boolean oneStepBetween(Sight old, Sight now) {
    boolean toHeld = now.standing() == Standing.HELD;
    return switch (old.standing()) {
      case HELD -> {
        boolean same = sameHolder(old, now) && wishes.mayHave(Deed.EXTEND, token(old));
        boolean sold = now.standing() == Standing.FREE && wishes.mayHave(Deed.BOOK, token(old));
        yield toHeld || same || sold;
      }
      case FREE ->
          now.standing() != Standing.HELD
              ? wishes.unknown() > 0
              : wishes.mayHave(Deed.HOLD, token(now));
      case BOOKED -> toHeld && wishes.mayHave(Deed.RELEASE, NOBODY);
      case UNSAID -> true;
    };
  }
}

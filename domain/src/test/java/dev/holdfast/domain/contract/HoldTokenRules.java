package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.answer;
import static dev.holdfast.domain.contract.SeatLedgerRules.waitFor;
import static dev.holdfast.domain.contract.SeatLedgerRules.writeAndCommit;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The words in which the rules of tokens are written. */
public interface HoldTokenRules extends SeatLedgerRules, HoldTokenBackend {
  Duration MINUTE = Duration.ofMinutes(1);

  /** Events of one workspace, in the order they were made. */
  default List<EventId> eventsOf(WorkspaceId workspace, int count) {
    String chart = aPublishedChart(workspace, "hall").key();
    return IntStream.range(0, count)
        .mapToObj(n -> anEvent(workspace, chart, "night-" + n).id())
        .toList();
  }

  /** A transaction that has locked an event and read some seats and the terms of tokens. */
  record Decision(LedgerTransaction open, SeatLedgerDraft draft, Map<HoldToken, TokenTerm> terms) {
    /** Whether something may be decided under this token. */
    boolean isLive(HoldToken token) {
      TokenTerm term = terms.get(token);
      return term != null && term.liveAt(draft.now());
    }

    void commit() {
      writeAndCommit(open, draft);
    }
  }

  /** Begins one; whoever asks closes it. */
  static Decision decision(
      LedgerTransaction open, EventId event, Set<HoldToken> tokens, String... seats) {
    EventHead head = Objects.requireNonNull(open.lock(waitFor(event)).get(event));
    ReadWish.OfEvent wish = new ReadWish.OfEvent(event, Set.of(seats), tokens, Set.of(), Set.of());
    LedgerReads reads = open.read(new ReadWish(List.of(wish)));
    LedgerReads.OfEvent found = answer(reads, event);
    return new Decision(open, new SeatLedgerDraft(head, reads.now(), found), found.terms());
  }

  /** The term of a token as a transaction over an event reads it. */
  default Optional<TokenTerm> term(EventId event, HoldToken token) {
    return SeatLedgerRules.again(() -> {
      try (LedgerTransaction open = begin()) {
        return Optional.ofNullable(decision(open, event, Set.of(token)).terms().get(token));
      }
    });
  }

  /** Holds a seat under a token that begins with it and lives so long. */
  default void open(EventId event, HoldToken token, Duration life, String... seats) {
    SeatLedgerRules.again(() -> {
      try (LedgerTransaction open = begin()) {
        Decision decision = decision(open, event, Set.of(token), seats);
        SeatLedgerDraft draft = decision.draft();
        draft.token(token, TokenTerm.from(draft.now(), life));
        Arrays.stream(seats).forEach(seat -> draft.hold(seat, token, life));
        decision.commit();
        return true;
      }
    });
  }
}

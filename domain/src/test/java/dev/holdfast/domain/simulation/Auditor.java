package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.JournalAudit;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.simulation.Asked.Effect;
import dev.holdfast.domain.simulation.Standing.Scene;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what the store has committed, keeps its own books of it, and holds every answer against
 * them. What it says is the truth; the service has to agree.
 */
final class Auditor {
  final GatePatience patience;
  private final Clocks clocks;
  private final SeatLedgerPort store;
  private final Map<EventId, JournalAudit> audits = new LinkedHashMap<>();
  private final Map<EventId, Standing> standings = new HashMap<>();
  private final Map<Long, Asked> requests = new HashMap<>();

  /** Those under way, the innermost last. */
  private final Deque<Asked> open = new ArrayDeque<>();

  private final Set<HoldToken> ended = new HashSet<>();
  private Map<HoldToken, TokenTerm> terms = Map.of();
  private long commits;
  private AssertionError found = new AssertionError("none");
  private boolean hasFound;

  Auditor(SeatLedgerPort store, Clocks clocks, List<Event> events) {
    this.store = store;
    this.clocks = clocks;
    this.patience = new GatePatience(clocks);
    for (Event event : events) {
      audits.put(event.id(), new JournalAudit());
      standings.put(event.id(), Standing.EMPTY);
    }
    clocks.onMove(this::look);
  }

  /** Code of the service may catch an error: it is kept, and told at the end of the step. */
  private void guard(Runnable check) {
    try {
      check.run();
    } catch (AssertionError e) {
      found = hasFound ? found : e;
      hasFound = true;
    }
  }

  Standing standing(EventId event) {
    return standings.getOrDefault(event, Standing.EMPTY);
  }

  Scene scene(EventId event) {
    return new Scene(standing(event), clocks.now(), terms);
  }

  boolean isOver(HoldToken token) {
    TokenTerm term = terms.get(token);
    return term != null && !term.liveAt(clocks.now());
  }

  /** Whoever is under way sees how things stand; whoever has a seat is a reason for the gate. */
  private void look() {
    standings.forEach((event, standing) -> {
      Instant now = clocks.now();
      Set<String> kept =
          standing.seats().entrySet().stream()
              .filter(each -> each.getValue().liveAt(now))
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      patience.excuse(event, kept);
    });
    open.forEach(each -> each.event().ifPresent(event -> each.see(scene(event.id()))));
  }

  void begin(Asked asked) {
    requests.put(asked.id, asked);
    open.addLast(asked);
    asked.event().ifPresent(event -> asked.see(scene(event.id())));
  }

  /** The gate has turned away whoever asks now. */
  void blocked(EventId event, HoldToken token, List<BlockedSeat> seats) {
    Scene scene = scene(event);
    List<BlockedSeat> free =
        seats.stream()
            .filter(seat -> {
              Standing.Seat stands = scene.standing().seats().get(seat.label());
              return stands == null
                  || !stands.liveAt(scene.now())
                  || (!stands.isTaken() && stands.token().equals(token));
            })
            .toList();
    guard(() -> patience.check(event, free));
    open.getLast().blocked = seats;
  }

  /** A token was ended at the store. */
  void endedToken(HoldToken token, boolean ran) {
    look();
    if (ran) {
      ended.add(token);
      Map<HoldToken, TokenTerm> next = new HashMap<>(terms);
      next.computeIfPresent(token, (_, term) -> term.endedAt(clocks.now()));
      terms = Map.copyOf(next);
    }
    look();
  }

  /** A transaction is durable. */
  void committed(LedgerWrites writes, Instant lockedAt, Instant readAt) {
    commits++;
    look();
    guard(() -> writes.events().forEach(of -> read(of, lockedAt, readAt)));
    look();
  }

  private void read(LedgerWrites.OfEvent of, Instant lockedAt, Instant readAt) {
    JournalAudit audit = audits.get(of.event());
    if (audit == null) {
      throw new AssertionError("I12: a stranger's event has changed: " + of);
    }
    of.tokens().forEach(change -> prolong(change.token(), change.term()));
    Set<HoldToken> mayEnd = new HashSet<>(ended);
    open.forEach(each -> {
      if (each.request instanceof Asked.ToExpire(HoldToken token)) {
        mayEnd.add(token);
      }
    });
    audit.ended(mayEnd);
    List<JournalEntry> news =
        store.journal(of.event(), audit.seq(), new Portion(10_000, Integer.MAX_VALUE)).entries();
    for (JournalEntry entry : news) {
      audit.read(entry);
      assertFalse(entry.at().isBefore(lockedAt), () -> "decided before the lock: " + entry);
      assertFalse(entry.at().isAfter(readAt), () -> "decided by another clock: " + entry);
      Standing before = standing(of.event());
      standings.put(of.event(), before.after(entry));
      attribute(entry, before);
      Scene scene = new Scene(standing(of.event()), entry.at(), terms);
      open.forEach(each -> {
        if (each.event().filter(event -> event.id().equals(of.event())).isPresent()) {
          each.see(scene);
        }
      });
    }
    assertEquals(of.seq(), audit.seq(), "the journal's head");
    news.stream()
        .map(entry -> requests.get(number(entry)))
        .distinct()
        .filter(each -> each != null)
        .forEach(each -> Whole.check(each, commits));
  }

  private void prolong(HoldToken token, TokenTerm term) {
    assertTrue(
        !isOver(token) || ended.contains(token) || terms.get(token) == null,
        () -> "the term of a token that was over is prolonged: " + token.value());
    Map<HoldToken, TokenTerm> next = new HashMap<>(terms);
    next.merge(token, term, (old, more) -> old.prolongedTo(more.until()));
    terms = Map.copyOf(next);
  }

  private static long number(JournalEntry entry) {
    String address = entry.origin().address();
    return address == null ? 0 : Long.parseLong(address.substring("request-".length()));
  }

  private void attribute(JournalEntry entry, Standing before) {
    Asked by = requests.get(number(entry));
    if (by == null) {
      assertEquals(JournalKind.EXPIRED, entry.kind(), () -> "done by nobody: " + entry);
      return;
    }
    by.before = by.entries.isEmpty() ? before : by.before;
    by.entries.add(entry);
    by.commits.add(commits);
    assertTrue(
        by.effect == Effect.OPEN || by.effect == Effect.UNKNOWN,
        () -> "it was over and said so: " + by + ", now " + entry);
    by.token().ifPresent(token ->
        assertEquals(token, entry.token(), () -> "I4: not the holder's: " + by + ": " + entry));
    HoldToken token = entry.token();
    if (entry.kind() != JournalKind.EXPIRED && by.token().isPresent() && token != null) {
      boolean takenBack =
          entry.kind() == JournalKind.RELEASED && !entry.previous().equals("held");
      TokenTerm term = terms.get(token);
      assertTrue(
          takenBack || term == null || term.liveAt(entry.at()),
          () -> "I4: the token is over: " + by + ": " + entry);
      Instant until = entry.until();
      assertTrue(
          term == null || until == null || !until.isAfter(term.until()),
          () -> "a hold outlives its token, which ends " + term + ": " + entry);
    }
  }

  /** The request is over. */
  void end(Asked asked) {
    open.remove(asked);
    asked.event().ifPresent(event -> asked.see(scene(event.id())));
    guard(() -> Answers.check(asked, this));
    asked.seen.clear();
  }

  /** What must hold at every instant. */
  void check() {
    if (hasFound) {
      throw found;
    }
    audits.forEach((event, audit) -> {
      assertEquals(List.of(), store.audit(event), "the books of " + event);
      EventPicture picture = store.picture(event).orElseThrow();
      assertEquals(audit.seq(), picture.seq(), "I7: the journal of " + event);
      assertEquals(Pictures.of(standing(event), clocks.now()), Pictures.of(picture), "what is told of " + event);
    });
  }

  /** Holds that a token has, lapsed or not, wherever it has them. */
  long left(HoldToken token) {
    return standings.values().stream()
        .mapToLong(each ->
            each.seats().values().stream()
                    .filter(seat -> !seat.isTaken() && seat.token().equals(token))
                    .count()
                + each.places().values().stream().filter(p -> p.token().equals(token)).count())
        .sum();
  }

  Set<HoldToken> ended() {
    return ended;
  }

  Set<HoldToken> withTerm() {
    return terms.keySet();
  }
}

package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import dev.holdfast.domain.simulation.Standing.Scene;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
  private final Map<EventId, Long> compared = new HashMap<>();
  private long commits;
  private Optional<AssertionError> found = Optional.empty();

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
  void guard(Runnable check) {
    try {
      check.run();
    } catch (AssertionError e) {
      found = Optional.of(found.orElse(e));
    }
  }

  Standing standing(EventId event) {
    return standings.getOrDefault(event, Standing.EMPTY);
  }

  Scene scene(EventId event) {
    return new Scene(standing(event), clocks.now(), terms);
  }

  /** Whoever is under way sees how things stand; whoever has a seat is a reason for the gate. */
  private void look() {
    Instant now = clocks.now();
    standings.forEach((event, standing) ->
        standing
            .seats()
            .forEach((label, seat) -> {
              if (seat.liveAt(now)) {
                patience.excuse(event, List.of(label));
              }
            }));
    open.forEach(each -> each.event().ifPresent(event -> each.see(scene(event.id()))));
  }

  void begin(Asked asked) {
    requests.put(asked.id, asked);
    open.addLast(asked);
    asked.event().ifPresent(event -> asked.see(scene(event.id())));
  }

  /** The gate turns somebody away. */
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
  }

  /** Whoever asks now has heard it. */
  void toldBlocked(List<BlockedSeat> seats) {
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
    Map<HoldToken, TokenTerm> termsBefore = terms;
    of.tokens().forEach(change -> prolong(change.token(), change.term()));
    List<JournalEntry> news =
        store.journal(of.event(), audit.seq(), new Portion(10_000, Integer.MAX_VALUE)).entries();
    for (JournalEntry entry : news) {
      @Nullable Asked by = requests.get(number(entry));
      audit.ended(mayEnd(by)).read(entry);
      assertFalse(entry.at().isBefore(lockedAt), () -> "decided before the lock: " + entry);
      assertFalse(entry.at().isAfter(readAt), () -> "decided by another clock: " + entry);
      Standing before = standing(of.event());
      standings.put(of.event(), before.after(entry));
      if (by == null) {
        assertEquals(JournalKind.EXPIRED, entry.kind(), () -> "done by nobody: " + entry);
      } else {
        by.before = by.entries.isEmpty() ? before : by.before;
        by.entries.add(entry);
        by.commits.add(commits);
        Deeds.check(by, entry, term(termsBefore, entry), term(terms, entry));
      }
      show(of.event(), entry.at());
    }
    assertEquals(of.seq(), audit.seq(), "I7: the journal's head");
    news.stream()
        .flatMap(entry -> Optional.ofNullable(requests.get(number(entry))).stream())
        .distinct()
        .forEach(each -> Whole.check(each, commits));
  }

  /** Tokens whose holds may end before their time: those that were ended, or just now are. */
  private Set<HoldToken> mayEnd(@Nullable Asked by) {
    Set<HoldToken> tokens = new HashSet<>(ended);
    if (by != null && by.request instanceof Asked.ToExpire(HoldToken token)) {
      tokens.add(token);
    }
    return tokens;
  }

  /** A batch is decided in the middle of its transaction; nobody looks into it from outside. */
  private void show(EventId event, Instant at) {
    Scene scene = new Scene(standing(event), at, terms);
    open.stream()
        .filter(each -> !(each.request instanceof Asked.ToLook))
        .filter(each -> each.event().map(of -> of.id().equals(event)).orElse(false))
        .forEach(each -> each.see(scene));
  }

  private void prolong(HoldToken token, TokenTerm term) {
    Map<HoldToken, TokenTerm> next = new HashMap<>(terms);
    next.merge(token, term, (old, more) -> old.prolongedTo(more.until()));
    terms = Map.copyOf(next);
  }

  private static @Nullable TokenTerm term(Map<HoldToken, TokenTerm> of, JournalEntry entry) {
    HoldToken token = entry.token();
    return token == null ? null : of.get(token);
  }

  private static long number(JournalEntry entry) {
    String address = entry.origin().address();
    return address == null ? 0 : Long.parseLong(address.substring("request-".length()));
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
    found.ifPresent(e -> {
      throw e;
    });
    audits.forEach((event, audit) -> {
      if (!Objects.equals(compared.put(event, audit.seq()), audit.seq())) {
        compare(event, audit.seq());
      }
    });
  }

  private void compare(EventId event, long seq) {
    assertEquals(List.of(), store.audit(event), () -> "I1, I6: the books of " + event);
    EventPicture picture = store.picture(event).orElseThrow();
    assertEquals(seq, picture.seq(), () -> "I7: the journal of " + event);
    assertEquals(
        Pictures.of(standing(event), clocks.now()),
        Pictures.of(picture),
        () -> "the journal and the books of " + event);
  }

  /** All of it once more, whatever has changed. */
  void checkAll() {
    compared.clear();
    check();
    Map<EventId, Long> read = new HashMap<>();
    audits.forEach((event, audit) -> read.put(event, audit.seq()));
    assertEquals(read, new HashMap<>(store.heads(audits.keySet())), "I7: nobody saw it");
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

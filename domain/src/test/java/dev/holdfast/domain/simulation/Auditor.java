package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.domain.chart.SeatingPlan;
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
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final TermHistory terms = new TermHistory();
  private final Map<EventId, Long> compared = new HashMap<>();
  private SeatingPlan layout;
  private Instant looked = Instant.MIN;
  private long commits;
  private Optional<AssertionError> found = Optional.empty();

  Auditor(SeatLedgerPort store, Clocks clocks, SeatingPlan layout) {
    this.store = store;
    this.clocks = clocks;
    this.layout = layout;
    this.patience = new GatePatience(clocks);
    clocks.onMove(this::look);
  }

  /** An event is put on sale. */
  void created(Event event) {
    audits.put(event.id(), new JournalAudit());
    standings.put(event.id(), Standing.EMPTY);
    look();
  }

  /** An event is no more, and whatever was held or sold in it. */
  void deleted(Event event) {
    look();
    audits.remove(event.id());
    standings.remove(event.id());
    look();
  }

  /** All events sell by another layout. */
  void republished(SeatingPlan other) {
    look();
    layout = other;
    look();
  }

  /** What the events sell by. */
  SeatingPlan layout() {
    return layout;
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
    return scene(event, clocks.now());
  }

  private Scene scene(EventId event, Instant now) {
    @Nullable SeatingPlan sold = standings.containsKey(event) ? layout : null;
    return new Scene(standing(event), now, terms, terms.moment(), sold);
  }

  /** Whoever is under way sees how things stand; whoever has a seat is a reason for the gate. */
  private void look() {
    Instant now = clocks.now();
    standings.forEach((event, standing) -> patience.look(event, standing, looked, now));
    looked = now;
    open.forEach(this::show);
  }

  void begin(Asked asked) {
    requests.put(asked.id, asked);
    open.addLast(asked);
    show(asked);
  }

  private void show(Asked asked) {
    if (asked.request instanceof Asked.ToStep) {
      Map<EventId, Scene> sight = new HashMap<>();
      asked.events().forEach(event -> sight.put(event.id(), scene(event.id())));
      asked.see(sight);
    } else {
      asked.event().ifPresent(event -> asked.see(scene(event.id())));
    }
  }

  /** The gate turns somebody away. */
  void blocked(EventId event, HoldToken token, List<BlockedSeat> seats) {
    Scene scene = scene(event);
    List<BlockedSeat> free =
        seats.stream().filter(seat -> scene.isFreeFor(token, seat.label())).toList();
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
      TokenTerm term = terms.now(token);
      if (term != null) {
        terms.put(token, term.endedAt(clocks.now()));
      }
    }
    look();
  }

  /** A transaction is durable. */
  void committed(LedgerWrites writes, Basis basis) {
    commits++;
    look();
    guard(() -> {
      long before = terms.moment();
      Set<Asked> changed = new LinkedHashSet<>();
      writes.events().forEach(of -> changed.addAll(read(of, basis)));
      Clerk.Books now = new Clerk.Books(this::standing, basis.layout(), terms::now);
      changed.forEach(each -> {
        Whole.check(each, commits);
        if (each.changesStatus()) {
          Changes.check(each, now, token -> terms.at(token, before));
        }
      });
    });
    look();
  }

  /** Whoever has changed the event. */
  private Set<Asked> read(LedgerWrites.OfEvent of, Basis basis) {
    JournalAudit audit = audits.get(of.event());
    if (audit == null) {
      throw new AssertionError("I12: a stranger's or a deleted event has changed: " + of);
    }
    long before = terms.moment();
    of.tokens().forEach(change -> terms.prolong(change.token(), change.term()));
    List<JournalEntry> news =
        store.journal(of.event(), audit.seq(), new Portion(10_000, Integer.MAX_VALUE)).entries();
    for (JournalEntry entry : news) {
      @Nullable Asked by = requests.get(number(entry));
      audit.ended(token -> mayEnd(token, by)).read(entry);
      assertFalse(entry.at().isBefore(basis.lockedAt()), () -> "decided before the lock: " + entry);
      assertFalse(entry.at().isAfter(basis.readAt()), () -> "decided by another clock: " + entry);
      Standing old = standing(of.event());
      standings.put(of.event(), old.after(entry));
      Stock.check(entry, standing(of.event()), basis.layout());
      Extras.check(by, entry, old);
      if (by == null) {
        assertEquals(JournalKind.EXPIRED, entry.kind(), () -> "done by nobody: " + entry);
      } else {
        by.before = by.entries.isEmpty() ? old : by.before;
        by.between.merge(
            of.event(),
            new Asked.Between(old, standing(of.event())),
            (first, last) -> new Asked.Between(first.before(), last.after()));
        by.entries.add(entry);
        by.commits.add(commits);
        Deeds.check(by, entry, terms.of(entry, before), terms.of(entry, terms.moment()));
      }
      show(of.event(), entry.at());
      // It may be over by now, and yet be news to whoever had it decided.
      patience.excuse(of.event(), List.of(entry.object()));
    }
    assertEquals(of.seq(), audit.seq(), "I7: the journal's head");
    return news.stream()
        .flatMap(entry -> Optional.ofNullable(requests.get(number(entry))).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether a token's holds may end before their time: it was ended, or just now is. */
  private boolean mayEnd(HoldToken token, @Nullable Asked by) {
    return ended.contains(token)
        || (by != null
            && by.request instanceof Asked.ToExpire(HoldToken over)
            && over.equals(token));
  }

  /** A batch is decided in the middle of its transaction; nobody looks into it from outside. */
  private void show(EventId event, Instant at) {
    Scene scene = scene(event, at);
    open.stream()
        .filter(each -> !(each.request instanceof Asked.ToLook))
        .filter(each -> each.event().map(of -> of.id().equals(event)).orElse(false))
        .forEach(each -> each.see(scene));
  }

  /** Whose it is; 0 when it is the house's own. */
  static long number(JournalEntry entry) {
    String address = entry.origin().address();
    return address == null ? 0 : Long.parseLong(address.substring("request-".length()));
  }

  /** The request is over. */
  void end(Asked asked) {
    open.remove(asked);
    show(asked);
    guard(() -> Answers.check(asked, this));
    asked.forget();
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
    return standings.values().stream().mapToLong(each -> each.left(token)).sum();
  }

  Set<HoldToken> ended() {
    return ended;
  }

  boolean hasTerm(HoldToken token) {
    return terms.now(token) != null;
  }
}

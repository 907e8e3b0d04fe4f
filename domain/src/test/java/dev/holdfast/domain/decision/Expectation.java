package dev.holdfast.domain.decision;

import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.KeyCap;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import dev.holdfast.domain.reservation.ReleaseRequest.IfNothing;
import dev.holdfast.domain.reservation.ReleaseRequest.OfToken;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a patient clerk with a list would answer: every hold and every sale is a slip of paper, and
 * a lapsed slip is thrown away before anybody looks. Knows nothing of versions, rows or journals.
 */
final class Expectation {
  private final TermNotes terms = new TermNotes();
  private final Slips slips = new Slips(terms);
  private final HoldPolicy policy;
  private Instant now = Instant.MIN;

  Expectation(HoldPolicy policy) {
    this.policy = policy;
  }

  /** All slips as text, sorted, and what hangs on free seats. */
  List<String> told() {
    return slips.told();
  }

  /** Makes a token that expires by itself. */
  void begins(HoldToken token, Duration life, Instant at) {
    terms.begin(token, life, at);
  }

  /** Ends a token; its slips stay on the desk. */
  boolean ends(HoldToken token, Instant at) {
    now = at;
    return terms.end(token, at);
  }

  /** Whether it would be accepted; if so it is done. */
  boolean accepts(Command<?> command, Instant at) {
    now = at;
    slips.at(at);
    return switch (command) {
      case Hold hold -> hold(hold);
      case Extend extend -> extend(extend);
      case Book book -> book(book);
      case Release release -> release(release);
      case Expire _ -> true;
      case ExpireToken expire -> {
        slips.end(slip -> slip.isHeld() && expire.token().equals(slip.token()));
        yield true;
      }
      case Change change ->
          new StatusClerk(slips, terms, change, policy.maxObjectsPerToken()).accepts();
      case Annotate annotate -> {
        annotate.extraData().forEach(slips::annotate);
        yield true;
      }
      case ChooseBest _, Follow _ ->
          throw new IllegalArgumentException("the clerk does not know how: " + command);
    };
  }

  private boolean isOver(HoldToken token) {
    return terms.isOver(token, now);
  }

  private boolean hold(Hold hold) {
    Set<String> objects = new HashSet<>();
    int more = 0;
    for (Wanted each : hold.wanted()) {
      objects.add(each.object());
      more += mine(each, hold.token()).isEmpty() ? 1 : 0;
      if (each instanceof WantedSeat
          && slips.has(
              slip -> slip.object().equals(each.object()) && !slips.isOf(slip, hold.token()))) {
        return false;
      }
    }
    long holds = slips.all().filter(slip -> slips.isOf(slip, hold.token())).count();
    if (isOver(hold.token())
        || objects.stream().anyMatch(object -> wanted(hold, object) > free(hold, object))
        || (more > 0 && holds + more > policy.maxObjectsPerToken())
        || !KeyRoom.of(slips.all().toList(), hold, each -> mine(each, hold.token()))) {
      return false;
    }
    Duration life = hold.life().ttl();
    if (hold.life().ofNewToken()) {
      terms.begin(hold.token(), life, now);
    }
    Instant until = terms.within(hold.token(), now.plus(life));
    hold.wanted().forEach(each -> add(hold, each, until));
    return true;
  }

  /** The seat, or places in the same category that are not of a special kind of ticket. */
  private Optional<Slip> mine(Wanted wanted, HoldToken token) {
    return slips
        .all()
        .filter(slip -> slip.object().equals(wanted.object()) && slips.isOf(slip, token))
        .filter(slip ->
            wanted instanceof WantedSeat
                || (Objects.equals(slip.category(), category(wanted))
                    && slip.hangs().ticketType() == null))
        .findFirst();
  }

  private static @Nullable String category(Wanted wanted) {
    return switch (wanted) {
      case WantedSeat seat -> seat.category();
      case WantedPlaces places -> places.category();
    };
  }

  private static int wanted(Hold hold, String object) {
    return hold.wanted().stream()
        .filter(each -> each.object().equals(object))
        .mapToInt(each -> each instanceof WantedPlaces places ? places.quantity() : 0)
        .sum();
  }

  private int free(Hold hold, String object) {
    return hold.wanted().stream()
        .filter(each -> each.object().equals(object))
        .mapToInt(each -> each instanceof WantedPlaces area ? slips.free(area) : 0)
        .findFirst()
        .orElse(0);
  }

  private void add(Hold hold, Wanted wanted, Instant until) {
    Optional<Slip> mine = mine(wanted, hold.token());
    if (wanted instanceof WantedSeat && mine.isPresent()) {
      return;
    }
    int places = wanted instanceof WantedPlaces area ? area.quantity() : 1;
    long key = hold.cap().map(KeyCap::key).orElse(0L);
    mine.ifPresentOrElse(
        slip -> slips.replace(slip, slip.withPlaces(slip.places() + places).through(key)),
        () ->
            slips.add(
                Slip.hold(
                        slips.nextNumber(),
                        wanted.object(),
                        category(wanted),
                        hold.token(),
                        places,
                        now,
                        until)
                    .through(key)));
  }

  private boolean extend(Extend extend) {
    Predicate<Slip> mine = slip -> slips.isOf(slip, extend.token());
    if (extend.all()
        && !extend.objects().map(named -> all(named, mine)).orElseGet(() -> slips.has(mine))) {
      return false;
    }
    for (Slip slip : slips.all().filter(mine).toList()) {
      if (extend.objects().map(named -> named.contains(slip.object())).orElse(true)) {
        slips.replace(slip, slip.heldTill(extended(extend, slip)));
      }
    }
    return true;
  }

  private Instant extended(Extend extend, Slip slip) {
    Instant until = policy.extended(now, extend.ttl(), slip.since());
    if (!terms.has(extend.token())) {
      return until;
    }
    Instant bounded = terms.prolong(extend.token(), until);
    Instant before = Objects.requireNonNull(slip.until());
    return bounded.isAfter(before) ? bounded : before;
  }

  private boolean book(Book book) {
    Predicate<Slip> mine = slip -> slips.isOf(slip, book.token());
    boolean known = !isOver(book.token()) && (terms.has(book.token()) || slips.has(mine));
    if ((!book.places().isEmpty() && !known)
        || !all(book.objects(), mine)
        || !book.places().stream().allMatch(each -> fromFree(book, each) <= slips.free(each))) {
      return false;
    }
    List<Integer> walkIns = book.places().stream().map(each -> fromFree(book, each)).toList();
    for (Slip slip : slips.all().filter(mine).toList()) {
      if (book.objects().contains(slip.object())) {
        slips.replace(slip, slip.soldAt(now, "booked"));
      }
    }
    for (int n = 0; n < walkIns.size(); n++) {
      sell(book, book.places().get(n), walkIns.get(n));
    }
    return true;
  }

  /** What of a number of places the token does not hold. */
  private int fromFree(Book book, WantedPlaces area) {
    int held =
        book.objects().contains(area.object())
            ? 0
            : slips
                .all()
                .filter(
                    slip -> slip.object().equals(area.object()) && slips.isOf(slip, book.token()))
                .mapToInt(Slip::places)
                .sum();
    return Math.max(0, area.quantity() - held);
  }

  private void sell(Book book, WantedPlaces area, int walkIns) {
    List<Slip> mine =
        slips
            .all()
            .filter(slip -> slip.object().equals(area.object()))
            .filter(slip -> slips.isOf(slip, book.token()))
            .sorted(Slips.OLDEST_FIRST)
            .toList();
    int held = area.quantity() - walkIns;
    slips.take(mine, held, slip -> slips.add(slip.soldAt(now, "booked")));
    if (walkIns > 0) {
      slips.add(
          Slip.sale(
              slips.nextNumber(),
              area.object(),
              area.category(),
              book.token(),
              walkIns,
              now,
              "booked"));
    }
  }

  private boolean release(Release release) {
    Set<String> areas = release.names().areas();
    Predicate<Slip> freed =
        switch (release.scope()) {
          case Anybodys _ -> _ -> true;
          case OfToken(HoldToken token, boolean taken) ->
              slip ->
                  token.equals(slip.token())
                      && (slip.isHeld() ? !isOver(token) : taken && areas.contains(slip.object()));
        };
    boolean confirmed =
        !(release.scope() instanceof Anybodys(boolean allPlaces))
            || allPlaces
            || release.objects().stream().noneMatch(areas::contains);
    boolean there =
        release.ifNothing() == IfNothing.LEAVE
            ? release.objects().stream().noneMatch(release.names().unknown()::contains)
            : all(release.objects(), freed);
    if (!confirmed || !there || !areas.containsAll(release.places().keySet())) {
      return false;
    }
    for (String object : release.objects()) {
      if (areas.contains(object)) {
        slips
            .all()
            .filter(slip -> slip.object().equals(object))
            .filter(freed)
            .toList()
            .forEach(slips::remove);
      } else {
        slips.end(slip -> slip.object().equals(object) && freed.test(slip));
      }
    }
    release.places().forEach((area, places) -> giveBack(area, places, freed));
    return true;
  }

  private void giveBack(String area, int places, Predicate<Slip> freed) {
    List<Slip> order =
        slips
            .all()
            .filter(slip -> slip.object().equals(area) && freed.test(slip))
            .sorted(StatusClerk.lastSoldFirst())
            .toList();
    slips.take(order, places, _ -> {});
  }

  private boolean all(List<String> objects, Predicate<Slip> which) {
    return objects.stream()
        .allMatch(object -> slips.has(slip -> slip.object().equals(object) && which.test(slip)));
  }
}

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
import java.util.ArrayList;
import java.util.Comparator;
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
  private static final Comparator<Slip> OLDEST_FIRST = Comparator.comparingLong(Slip::number);

  private final List<Slip> slips = new ArrayList<>();
  private final TermNotes terms = new TermNotes();
  private final HoldPolicy policy;
  private Instant now = Instant.MIN;
  private long numbers;

  Expectation(HoldPolicy policy) {
    this.policy = policy;
  }

  /** All slips as text, sorted. */
  List<String> told() {
    return slips.stream().map(Slip::told).sorted().toList();
  }

  /** Ends a token; its slips stay on the desk. */
  boolean ends(HoldToken token, Instant at) {
    now = at;
    return terms.end(token, at);
  }

  /** Whether it would be accepted; if so it is done. */
  boolean accepts(Command<?> command, Instant at) {
    now = at;
    slips.removeIf(slip -> slip.until() != null && !now.isBefore(slip.until()));
    return switch (command) {
      case Hold hold -> hold(hold);
      case Extend extend -> extend(extend);
      case Book book -> book(book);
      case Release release -> release(release);
      case Expire _ -> true;
      case ExpireToken expire -> {
        slips.removeIf(slip -> slip.isHeld() && slip.token().equals(expire.token()));
        yield true;
      }
      case Change _, ChooseBest _, Follow _ ->
          throw new IllegalArgumentException("the clerk does not know how: " + command);
    };
  }

  private boolean isOver(HoldToken token) {
    return terms.isOver(token, now);
  }

  /** A hold that its token can still do something with. */
  private boolean isOf(Slip slip, HoldToken token) {
    return slip.isHeld() && slip.token().equals(token) && !isOver(token);
  }

  private boolean hold(Hold hold) {
    Set<String> objects = new HashSet<>();
    int more = 0;
    for (Wanted each : hold.wanted()) {
      objects.add(each.object());
      more += mine(each, hold.token()).isEmpty() ? 1 : 0;
      if (each instanceof WantedSeat
          && has(slip -> slip.object().equals(each.object()) && !isOf(slip, hold.token()))) {
        return false;
      }
    }
    long holds = slips.stream().filter(slip -> isOf(slip, hold.token())).count();
    if (isOver(hold.token())
        || objects.stream().anyMatch(object -> wanted(hold, object) > free(hold, object))
        || (more > 0 && holds + more > policy.maxObjectsPerToken())
        || !KeyRoom.of(slips, hold, each -> mine(each, hold.token()))) {
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

  private Optional<Slip> mine(Wanted wanted, HoldToken token) {
    return slips.stream()
        .filter(slip -> slip.object().equals(wanted.object()) && isOf(slip, token))
        .filter(slip ->
            wanted instanceof WantedSeat || Objects.equals(slip.category(), category(wanted)))
        .findFirst();
  }

  private static @Nullable String category(Wanted wanted) {
    return wanted instanceof WantedPlaces places ? places.category() : null;
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
        .mapToInt(each -> each instanceof WantedPlaces area ? free(area) : 0)
        .findFirst()
        .orElse(0);
  }

  private int free(WantedPlaces area) {
    int used =
        slips.stream()
            .filter(slip -> slip.object().equals(area.object()))
            .mapToInt(Slip::places)
            .sum();
    return Math.max(0, area.capacity() - used);
  }

  private void add(Hold hold, Wanted wanted, Instant until) {
    Optional<Slip> mine = mine(wanted, hold.token());
    if (wanted instanceof WantedSeat && mine.isPresent()) {
      return;
    }
    int places = wanted instanceof WantedPlaces area ? area.quantity() : 1;
    String object = wanted.object();
    long key = hold.cap().map(KeyCap::key).orElse(0L);
    mine.ifPresentOrElse(
        slip -> replace(slip, slip.withPlaces(slip.places() + places).through(key)),
        () ->
            slips.add(
                new Slip(
                        ++numbers, object, category(wanted), hold.token(), places, now, until, null)
                    .through(key)));
  }

  private void replace(Slip slip, Slip next) {
    slips.set(slips.indexOf(slip), next);
  }

  private boolean extend(Extend extend) {
    Predicate<Slip> mine = slip -> isOf(slip, extend.token());
    if (extend.all() && !extend.objects().map(named -> all(named, mine)).orElse(has(mine))) {
      return false;
    }
    slips.replaceAll(slip ->
        mine.test(slip) && extend.objects().map(o -> o.contains(slip.object())).orElse(true)
            ? slip.heldTill(extended(extend, slip))
            : slip);
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
    Predicate<Slip> mine = slip -> isOf(slip, book.token());
    boolean known = !isOver(book.token()) && (terms.has(book.token()) || has(mine));
    if ((!book.places().isEmpty() && !known)
        || !all(book.objects(), mine)
        || !book.places().stream().allMatch(each -> fromFree(book, each) <= free(each))) {
      return false;
    }
    List<Integer> walkIns = book.places().stream().map(each -> fromFree(book, each)).toList();
    slips.replaceAll(slip ->
        mine.test(slip) && book.objects().contains(slip.object()) ? slip.soldAt(now) : slip);
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
            : slips.stream()
                .filter(slip -> slip.object().equals(area.object()) && isOf(slip, book.token()))
                .mapToInt(Slip::places)
                .sum();
    return Math.max(0, area.quantity() - held);
  }

  private void sell(Book book, WantedPlaces area, int walkIns) {
    Predicate<Slip> mine = slip -> slip.object().equals(area.object()) && isOf(slip, book.token());
    int left = area.quantity() - walkIns;
    for (Slip slip : slips.stream().filter(mine).sorted(OLDEST_FIRST).toList()) {
      int here = Math.min(left, slip.places());
      if (here == slip.places()) {
        replace(slip, slip.soldAt(now));
      } else if (here > 0) {
        replace(slip, slip.withPlaces(slip.places() - here));
        slips.add(slip.torn(++numbers, here).soldAt(now));
      }
      left -= here;
    }
    if (walkIns > 0) {
      slips.add(
          new Slip(
              ++numbers, area.object(), area.category(), book.token(), walkIns, now, null, now));
    }
  }

  private boolean release(Release release) {
    Set<String> areas = release.names().areas();
    Predicate<Slip> freed =
        switch (release.scope()) {
          case Anybodys _ -> _ -> true;
          case OfToken(HoldToken token, boolean taken) ->
              slip ->
                  slip.token().equals(token)
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
    slips.removeIf(slip -> release.objects().contains(slip.object()) && freed.test(slip));
    release.places().forEach((area, places) -> giveBack(area, places, freed));
    return true;
  }

  /** Sold ones first, the latest sale first; then held ones, the latest first. */
  private void giveBack(String area, int places, Predicate<Slip> freed) {
    Comparator<Slip> bySale =
        Comparator.comparing(slip -> Objects.requireNonNullElse(slip.sold(), Instant.MIN));
    int left = places;
    for (Slip slip :
        slips.stream()
            .filter(slip -> slip.object().equals(area) && freed.test(slip))
            .sorted(bySale.thenComparing(OLDEST_FIRST).reversed())
            .toList()) {
      int here = Math.min(left, slip.places());
      if (here == slip.places()) {
        slips.remove(slip);
      } else if (here > 0) {
        replace(slip, slip.withPlaces(slip.places() - here));
      }
      left -= here;
    }
  }

  private boolean all(List<String> objects, Predicate<Slip> slips) {
    return objects.stream()
        .allMatch(object -> has(slip -> slip.object().equals(object) && slips.test(slip)));
  }

  private boolean has(Predicate<Slip> which) {
    return slips.stream().anyMatch(which);
  }
}

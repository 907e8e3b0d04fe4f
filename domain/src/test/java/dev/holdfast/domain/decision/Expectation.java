package dev.holdfast.domain.decision;

import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import dev.holdfast.domain.reservation.ReleaseRequest.OfToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a patient clerk with a list would answer: every hold and every sale is a slip of paper, and
 * a lapsed slip is thrown away before anybody looks. Knows nothing of versions, rows or journals.
 */
final class Expectation {
  /** One slip; a taken one has no deadline. */
  private record Slip(
      String object,
      @Nullable String category,
      HoldToken token,
      int places,
      Instant since,
      @Nullable Instant until) {
    boolean isHeld() {
      return until != null;
    }

    String told() {
      String word = until == null ? "booked" : "held till " + Told.time(until);
      return object + "*" + places + " " + token.value() + " " + word;
    }
  }

  private final List<Slip> slips = new ArrayList<>();
  private final HoldPolicy policy;

  Expectation(HoldPolicy policy) {
    this.policy = policy;
  }

  void throwAwayLapsed(Instant now) {
    slips.removeIf(slip -> slip.until != null && !now.isBefore(slip.until));
  }

  /** All slips as text, sorted. */
  List<String> told() {
    return slips.stream().map(Slip::told).sorted().toList();
  }

  /** Whether it would be accepted; if so it is done. */
  boolean accepts(Command<?> command, Instant now) {
    throwAwayLapsed(now);
    return switch (command) {
      case Hold hold -> hold(hold, now);
      case Extend extend -> extend(extend, now);
      case Book book -> book(book);
      case Release release -> release(release);
      case Expire _ -> true;
      case ExpireToken expire -> {
        slips.removeIf(slip -> isOf(slip, expire.token()));
        yield true;
      }
    };
  }

  private boolean hold(Hold hold, Instant now) {
    Set<String> objects = new HashSet<>();
    int more = 0;
    for (Wanted each : hold.wanted()) {
      objects.add(each.object());
      more += mine(each, hold.token()).isEmpty() ? 1 : 0;
      if (each instanceof WantedSeat
          && has(slip -> slip.object.equals(each.object()) && !isOf(slip, hold.token()))) {
        return false;
      }
    }
    if (objects.stream().anyMatch(object -> wanted(hold, object) > free(hold, object))) {
      return false;
    }
    long holds = slips.stream().filter(slip -> isOf(slip, hold.token())).count();
    if (more > 0 && holds + more > policy.maxObjectsPerToken()) {
      return false;
    }
    hold.wanted().forEach(each -> add(hold, each, now));
    return true;
  }

  private static boolean isOf(Slip slip, HoldToken token) {
    return slip.isHeld() && slip.token.equals(token);
  }

  private List<Slip> mine(Wanted wanted, HoldToken token) {
    return slips.stream()
        .filter(slip -> slip.object.equals(wanted.object()) && isOf(slip, token))
        .filter(
            slip -> wanted instanceof WantedSeat || Objects.equals(slip.category, category(wanted)))
        .toList();
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
    int used = slips.stream().filter(s -> s.object.equals(object)).mapToInt(Slip::places).sum();
    return hold.wanted().stream()
        .filter(each -> each.object().equals(object))
        .mapToInt(
            each -> each instanceof WantedPlaces area ? Math.max(0, area.capacity() - used) : 0)
        .findFirst()
        .orElse(0);
  }

  private void add(Hold hold, Wanted wanted, Instant now) {
    List<Slip> mine = mine(wanted, hold.token());
    if (wanted instanceof WantedSeat && !mine.isEmpty()) {
      return;
    }
    int places = wanted instanceof WantedPlaces area ? area.quantity() : 1;
    Slip slip =
        mine.isEmpty()
            ? new Slip(
                wanted.object(),
                category(wanted),
                hold.token(),
                places,
                now,
                now.plus(hold.life().ttl()))
            : more(mine.getFirst(), places);
    slips.removeAll(mine);
    slips.add(slip);
  }

  private static Slip more(Slip slip, int places) {
    return new Slip(
        slip.object, slip.category, slip.token, slip.places + places, slip.since, slip.until);
  }

  private boolean extend(Extend extend, Instant now) {
    slips.replaceAll(slip ->
        isOf(slip, extend.token())
                && extend.objects().map(o -> o.contains(slip.object)).orElse(true)
            ? until(slip, policy.extended(now, extend.ttl(), slip.since))
            : slip);
    return true;
  }

  private static Slip until(Slip slip, @Nullable Instant until) {
    return new Slip(slip.object, slip.category, slip.token, slip.places, slip.since, until);
  }

  private boolean book(Book book) {
    if (!all(book.objects(), slip -> isOf(slip, book.token()))) {
      return false;
    }
    slips.replaceAll(slip ->
        isOf(slip, book.token()) && book.objects().contains(slip.object)
            ? until(slip, null)
            : slip);
    return true;
  }

  private boolean release(Release release) {
    Predicate<Slip> freed =
        switch (release.scope()) {
          case Anybodys _ -> _ -> true;
          case OfToken(HoldToken token, boolean taken) ->
              slip ->
                  slip.token.equals(token)
                      && (slip.isHeld()
                          || (taken && release.names().areas().contains(slip.object)));
        };
    boolean confirmed =
        !(release.scope() instanceof Anybodys(boolean allPlaces))
            || allPlaces
            || release.names().areas().isEmpty();
    if (!confirmed || !all(release.objects(), freed)) {
      return false;
    }
    slips.removeIf(slip -> release.objects().contains(slip.object) && freed.test(slip));
    return true;
  }

  private boolean all(List<String> objects, Predicate<Slip> slips) {
    return objects.stream()
        .allMatch(object -> has(slip -> slip.object.equals(object) && slips.test(slip)));
  }

  private boolean has(Predicate<Slip> which) {
    return slips.stream().anyMatch(which);
  }
}

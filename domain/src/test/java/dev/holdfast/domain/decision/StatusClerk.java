package dev.holdfast.domain.decision;

import dev.holdfast.domain.decision.Slip.Hangs;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.hold.HoldToken;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clerk's way with a change of status: on a copy of the desk object after object is changed, as
 * if each were alone; the copy becomes the desk when nothing was amiss.
 */
final class StatusClerk {
  private final Slips slips;
  private final TermNotes terms;
  private final Change change;
  private final int limit;

  StatusClerk(Slips slips, TermNotes terms, Change change, int limit) {
    this.slips = slips;
    this.terms = terms;
    this.change = change;
    this.limit = limit;
  }

  boolean accepts() {
    Optional<HoldToken> token = change.goal().token();
    if (token.isPresent() && !isKnown(token.get())) {
      return false;
    }
    Slips before = slips.copy();
    boolean good = change.targets().stream().allMatch(this::changes) && isWithinLimit(before);
    if (!good) {
      slips.become(before);
    }
    return good;
  }

  private boolean isKnown(HoldToken token) {
    return terms.has(token)
        ? !terms.isOver(token, slips.now())
        : slips.has(slip -> slips.isOf(slip, token));
  }

  private boolean isWithinLimit(Slips before) {
    if (!(change.goal() instanceof Goal.Hold hold)) {
      return true;
    }
    long holds = slips.all().filter(slip -> slips.isOf(slip, hold.holder())).count();
    return holds <= limit
        || holds == before.all().filter(slip -> before.isOf(slip, hold.holder())).count();
  }

  private boolean changes(Target target) {
    return switch (target.wanted()) {
      case WantedSeat seat -> changes(target, seat, slips.find(seat.object()));
      case WantedPlaces places ->
          change.goal() instanceof Goal.Free free ? frees(places, free) : takes(target, places);
    };
  }

  private boolean admits(String word) {
    return change.conditions().allowed().map(words -> words.contains(word)).orElse(true)
        && !change.conditions().rejected().contains(word);
  }

  private boolean changes(Target target, WantedSeat seat, Optional<Slip> slip) {
    String word = slip.map(Slip::status).orElse("free");
    if (!admits(word) || !mayHave(target, slip)) {
      return false;
    }
    Hangs hangs = hangs(target, slip.map(Slip::hangs).orElse(slips.leftOn(seat.object())));
    switch (change.goal()) {
      case Goal.Hold hold -> hold(seat, slip, hold, hangs);
      case Goal.Take take -> sell(seat, slip, take, hangs);
      case Goal.Free _ -> free(seat, slip, hangs);
    }
    return true;
  }

  private boolean mayHave(Target target, Optional<Slip> slip) {
    Goal goal = change.goal();
    String word = slip.map(Slip::status).orElse("free");
    boolean house = goal.token().isEmpty();
    String next = goal instanceof Goal.Take take ? take.status() : "";
    boolean sells =
        switch (word) {
          case "free" -> true;
          case "held" -> house;
          case "resale" -> !next.equals("resale");
          default -> false;
        };
    boolean offered =
        target.offer().forSale() && (target.offer().inChannel() || word.equals("resale"));
    return switch (goal) {
      case Goal.Free free ->
          word.equals("free") || house || isTheirs(slip.orElseThrow(), free.token().orElseThrow());
      case Goal.Hold _, Goal.Take _ ->
          switch (word) {
            case "held" -> (house || isOf(slip.orElseThrow(), goal.token())) && (!sells || offered);
            case "booked" ->
                goal instanceof Goal.Take
                    && !next.equals("booked")
                    && (house || isTheirs(slip.orElseThrow(), goal.token().orElseThrow()));
            default -> !sells || offered;
          };
    };
  }

  /** Held by the token, or sold to it. */
  private boolean isTheirs(Slip slip, HoldToken token) {
    return slip.isHeld() ? slips.isOf(slip, token) : token.equals(slip.token());
  }

  private boolean isOf(Slip slip, Optional<HoldToken> token) {
    return token.map(each -> slips.isOf(slip, each)).orElse(false);
  }

  private void hold(WantedSeat seat, Optional<Slip> slip, Goal.Hold hold, Hangs hangs) {
    if (slip.isPresent() && slip.get().isHeld()) {
      slips.replace(slip.get(), slip.get().with(hangs));
      return;
    }
    slip.ifPresent(slips::remove);
    slips.add(
        Slip.hold(
                slips.nextNumber(),
                seat.object(),
                seat.category(),
                hold.holder(),
                1,
                slips.now(),
                until(hold))
            .with(hangs));
  }

  private Instant until(Goal.Hold hold) {
    return terms.until(hold.holder()).orElse(slips.now().plus(hold.life()));
  }

  private void sell(WantedSeat seat, Optional<Slip> slip, Goal.Take take, Hangs hangs) {
    Hangs offered = take.resale() == null ? hangs : hangs.withOffer("" + take.resale().listing());
    boolean again = slip.isPresent() && slip.get().isOnResale() && take.resale() == null;
    if (slip.isEmpty() || again) {
      slip.ifPresent(slips::remove);
      slips.add(sale(seat.object(), seat.category(), 1, take).with(offered));
    } else if (slip.get().isHeld()) {
      slips.replace(slip.get(), slip.get().soldAt(slips.now(), take.status()).with(offered));
    } else {
      slips.replace(slip.get(), slip.get().called(take.status()).with(offered));
    }
  }

  private Slip sale(String object, @Nullable String category, int places, Goal.Take take) {
    HoldToken token = take.token().orElse(null);
    return Slip.sale(
        slips.nextNumber(), object, category, token, places, slips.now(), take.status());
  }

  private void free(WantedSeat seat, Optional<Slip> slip, Hangs hangs) {
    slip.ifPresent(each -> slips.end(each::equals));
    Optional<Slip> back = slips.find(seat.object());
    back.ifPresentOrElse(
        each -> slips.replace(each, each.with(hangs)),
        () -> slips.leave(seat.object(), hangs.withOffer(null)));
  }

  private Hangs hangs(Target target, Hangs before) {
    String kept = change.keepExtraData() ? before.extra() : null;
    String extra = target.extraData() == null ? kept : target.extraData().toJson();
    return new Hangs(change.order(), target.ticketType(), extra, before.offer());
  }

  private boolean takes(Target target, WantedPlaces area) {
    List<Slip> mine = change.goal() instanceof Goal.Take ? mine(target, area) : List.of();
    int own = Math.min(area.quantity(), mine.stream().mapToInt(Slip::places).sum());
    int others = area.quantity() - own;
    int free = slips.free(area);
    Target.Offer offer = target.offer();
    if ((own > 0 && !admits("held"))
        || (others > 0 && !admits("free"))
        || others > free
        || (others > 0
            && !(offer.forSale() && offer.inChannel() && others <= free - offer.withheld()))) {
      return false;
    }
    switch (change.goal()) {
      case Goal.Hold hold -> hold(target, area, hold);
      case Goal.Take take -> {
        slips.take(mine, own, slip -> slips.add(sold(target, slip, take)));
        if (others > 0) {
          Hangs hangs = offered(hangs(target, Hangs.NOTHING), take);
          slips.add(sale(area.object(), area.category(), others, take).with(hangs));
        }
      }
      case Goal.Free _ -> throw new IllegalStateException();
    }
    return true;
  }

  private Slip sold(Target target, Slip slip, Goal.Take take) {
    Hangs hangs = offered(hangs(target, slip.hangs()), take);
    return slip.soldAt(slips.now(), take.status()).with(hangs);
  }

  private static Hangs offered(Hangs hangs, Goal.Take take) {
    return hangs.withOffer(take.resale() == null ? null : "" + take.resale().listing());
  }

  private List<Slip> mine(Target target, WantedPlaces area) {
    return change.goal().token().stream()
        .flatMap(token -> slips.all().filter(slip -> slips.isOf(slip, token)))
        .filter(slip -> slip.object().equals(area.object()))
        .sorted(
            Comparator.comparing(
                    (Slip slip) -> !Objects.equals(slip.hangs().ticketType(), target.ticketType()))
                .thenComparing(Slips.OLDEST_FIRST))
        .toList();
  }

  private void hold(Target target, WantedPlaces area, Goal.Hold hold) {
    Optional<Slip> joined =
        mine(target, area).stream()
            .filter(slip -> Objects.equals(slip.hangs().ticketType(), target.ticketType()))
            .filter(slip -> Objects.equals(slip.category(), area.category()))
            .findFirst();
    if (joined.isPresent()) {
      Slip slip = joined.get();
      slips.replace(
          slip,
          slip.withPlaces(slip.places() + area.quantity())
              .with(hangs(target, slip.hangs()))
              .through(0));
    } else {
      slips.add(
          Slip.hold(
                  slips.nextNumber(),
                  area.object(),
                  area.category(),
                  hold.holder(),
                  area.quantity(),
                  slips.now(),
                  until(hold))
              .with(hangs(target, Hangs.NOTHING)));
    }
  }

  private boolean frees(WantedPlaces area, Goal.Free free) {
    List<Slip> there = slips.all().filter(slip -> slip.object().equals(area.object())).toList();
    List<Slip> order =
        free.token().isPresent()
            ? Stream.concat(
                    there.stream().filter(slip -> isOf(slip, free.token())),
                    there.stream()
                        .filter(slip -> !slip.isHeld())
                        .filter(slip -> free.token().get().equals(slip.token()))
                        .sorted(Slips.OLDEST_FIRST))
                .toList()
            : there.stream().sorted(lastSoldFirst()).toList();
    boolean[] good = {true};
    int left = slips.take(order, area.quantity(), slip -> good[0] &= admits(slip.status()));
    return good[0] && (left == 0 || admits("free"));
  }

  /** Sold ones first, the latest sale first; then held ones, the latest first. */
  static Comparator<Slip> lastSoldFirst() {
    Comparator<Slip> bySale =
        Comparator.comparing(slip -> Objects.requireNonNullElse(slip.sold(), Instant.MIN));
    return bySale.thenComparing(Slips.OLDEST_FIRST).reversed();
  }
}

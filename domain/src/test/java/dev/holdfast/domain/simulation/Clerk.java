package dev.holdfast.domain.simulation;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.StatusChange;
import dev.holdfast.domain.reservation.StatusRequest;
import dev.holdfast.domain.reservation.StatusRequest.Item;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import dev.holdfast.domain.simulation.Standing.Hangs;
import dev.holdfast.domain.simulation.Standing.Places;
import dev.holdfast.domain.simulation.Standing.Seat;
import dev.holdfast.domain.simulation.Standing.Sold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries out changes of status by the auditor's books, one object after the other, as whoever
 * knows the rules (seats.io dialect, section 15) and nothing of the service would.
 */
final class Clerk {
  /**
   * What he goes by.
   *
   * @param layout that all events sell by
   * @param terms of tokens; null for one that has none
   */
  record Books(
      Function<EventId, Standing> standings,
      SeatingPlan layout,
      Function<HoldToken, @Nullable TokenTerm> terms) {}

  /**
   * What became of an object.
   *
   * @param seat null when it is free, or no seat
   * @param area its places in words; null when it is a seat
   * @param isSure whether the books tell all of it
   */
  record Left(@Nullable Seat seat, @Nullable String area, boolean isSure) {}

  private final Books books;
  private final Instant now;
  private final Map<EventId, Sheet> sheets = new HashMap<>();

  /** What each change came to, by object; nothing of those that were refused. */
  final List<Map<String, Left>> left = new ArrayList<>();

  /** Why it is not done; empty when it is. */
  final List<Refusal> reasons;

  /**
   * Whether he had to guess: of places that were freed in the same step the books tell too little.
   */
  private boolean isGuess;

  Clerk(Books books, Instant now, List<StatusChange> changes) {
    this.books = books;
    this.now = now;
    this.reasons = carryOut(changes);
  }

  boolean isGuess() {
    return isGuess;
  }

  Sheet sheet(EventId event) {
    return sheets.computeIfAbsent(event, id -> new Sheet(books.standings.apply(id), now));
  }

  /** Objects that were changed before he found a reason not to. */
  Set<String> touched() {
    Set<String> touched = new HashSet<>();
    sheets.values().forEach(sheet -> touched.addAll(sheet.touched));
    return touched;
  }

  private List<Refusal> carryOut(List<StatusChange> changes) {
    for (StatusChange each : changes) {
      List<Refusal> missing = missing(each.request(), books.layout);
      if (!missing.isEmpty()) {
        return missing;
      }
    }
    for (StatusChange each : changes) {
      Sheet sheet = sheet(each.event().id());
      List<Aim> aims = aims(each.request());
      isGuess |= aims.stream().anyMatch(aim -> sheet.blurred.contains(aim.object()));
      List<Refusal> against = refusals(sheet, each.request(), aims);
      if (!against.isEmpty()) {
        return sorted(against);
      }
      aims.forEach(aim -> apply(sheet, each.request(), aim));
      Map<String, Left> objects = new LinkedHashMap<>();
      aims.forEach(aim -> objects.put(aim.object(), left(sheet, aim)));
      left.add(objects);
    }
    return List.of();
  }

  private static List<Refusal> sorted(List<Refusal> reasons) {
    return new Outcome.Refused<>(reasons.stream().distinct().toList()).reasons();
  }

  /** What a layout does not have of the objects. */
  static List<Refusal> missing(StatusRequest request, SeatingPlan layout) {
    return request.objects().stream()
        .filter(item -> layout.find(item.object()).isEmpty())
        .<Refusal>map(item -> new Refusal.UnknownObject(item.object()))
        .distinct()
        .toList();
  }

  private List<Aim> aims(StatusRequest request) {
    Map<List<Optional<String>>, Aim> aims = new LinkedHashMap<>();
    for (Item item : request.objects()) {
      Bookable found = books.layout.find(item.object()).orElseThrow();
      int capacity = found instanceof Bookable.Places area ? area.capacity() : 0;
      Aim aim = new Aim(item, capacity, found.usualCategory());
      Optional<String> kind =
          aim.isArea() ? Optional.ofNullable(item.ticketType()) : Optional.empty();
      aims.merge(List.of(Optional.of(item.object()), kind), aim, Aim::and);
    }
    return List.copyOf(aims.values());
  }

  private List<Refusal> refusals(Sheet sheet, StatusRequest request, List<Aim> aims) {
    Goal goal = request.goal();
    if (goal.token().isPresent() && !isKnown(sheet, goal.token().get())) {
      return List.of(new Refusal.TokenOver());
    }
    List<Refusal> against = new ArrayList<>();
    Set<List<@Nullable String>> more = new HashSet<>();
    Map<String, Integer> ahead = new HashMap<>();
    for (Aim aim : aims) {
      Optional<Refusal> one =
          aim.isArea()
              ? StatusRules.areaRefusal(sheet, request, aim, ahead.getOrDefault(aim.object(), 0))
              : StatusRules.seatRefusal(sheet, request, aim);
      one.ifPresent(against::add);
      ahead.merge(aim.object(), aim.item().quantity(), Integer::sum);
      if (goal instanceof Goal.Hold hold && isNew(sheet, hold, aim)) {
        List<@Nullable String> piece = new ArrayList<>(List.of(aim.object()));
        piece.add(aim.isArea() ? aim.item().ticketType() : null);
        more.add(piece);
      }
    }
    int limit = Node.POLICY.maxObjectsPerToken();
    if (!more.isEmpty() && sheet.holdings(goal.token().orElseThrow()) + more.size() > limit) {
      against.add(new Refusal.TokenLimit(limit, List.of()));
    }
    return against;
  }

  /** A token that its owner made up is known by what it holds. */
  boolean isKnown(Sheet sheet, HoldToken token) {
    TokenTerm term = books.terms.apply(token);
    return term == null ? sheet.holdings(token) > 0 : term.liveAt(now);
  }

  private boolean isNew(Sheet sheet, Goal.Hold hold, Aim aim) {
    Seat seat = sheet.seat(aim.object());
    return aim.isArea()
        ? !sheet.holdsAlike(places(hold, aim))
        : seat == null || !seat.heldBy(hold.holder());
  }

  private void apply(Sheet sheet, StatusRequest request, Aim aim) {
    if (!aim.isArea()) {
      sheet.change(aim.object(), after(sheet.seat(aim.object()), request, aim.item()));
      return;
    }
    String area = aim.object();
    switch (request.goal()) {
      case Goal.Hold hold -> sheet.hold(places(hold, aim));
      case Goal.Take take ->
          sheet.take(
              new Sold(area, take.token().orElse(null), take.status()),
              aim.item().ticketType(),
              aim.item().quantity());
      case Goal.Free free -> sheet.free(area, free.token().orElse(null), aim.item().quantity());
    }
  }

  private Places places(Goal.Hold hold, Aim aim) {
    return new Places(
        aim.object(),
        hold.holder(),
        aim.category(),
        aim.item().ticketType(),
        aim.item().quantity(),
        until(hold),
        ExtraData.NONE);
  }

  private Instant until(Goal.Hold hold) {
    TokenTerm term = books.terms.apply(hold.holder());
    return term == null ? now.plus(hold.life()) : term.until();
  }

  private @Nullable Seat after(@Nullable Seat before, StatusRequest request, Item item) {
    Hangs hangs = new Hangs(request.order(), item.ticketType(), extraData(before, request, item));
    boolean offered = before != null && before.offered();
    return switch (request.goal()) {
      case Goal.Free _ -> before == null ? null : before.ended();
      case Goal.Hold hold ->
          before != null && before.heldBy(hold.holder())
              ? new Seat(Held.WORD, before.token(), before.until(), hangs, offered)
              : new Seat(Held.WORD, hold.holder(), until(hold), hangs, offered);
      case Goal.Take take -> {
        boolean relists = take.status().equals(Taken.RESALE);
        HoldToken token =
            before == null || (Sheet.isOnResale(before) && !relists)
                ? take.token().orElse(null)
                : before.token();
        yield new Seat(take.status(), token, null, hangs, offered || relists);
      }
    };
  }

  private static @Nullable ExtraData extraData(
      @Nullable Seat before, StatusRequest request, Item item) {
    if (item.extraData() != null) {
      return item.extraData();
    }
    Hangs hangs = before == null ? null : before.hangs();
    ExtraData kept = hangs == null ? null : hangs.extraData();
    return request.keepExtraData() ? kept : ExtraData.NONE;
  }

  private static Left left(Sheet sheet, Aim aim) {
    return aim.isArea()
        ? new Left(null, sheet.area(aim.object()), !sheet.blurred.contains(aim.object()))
        : new Left(sheet.seat(aim.object()), null, true);
  }
}

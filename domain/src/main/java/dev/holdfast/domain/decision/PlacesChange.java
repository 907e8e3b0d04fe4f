package dev.holdfast.domain.decision;

import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Resale;
import dev.holdfast.domain.seat.SeatState.Free;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import dev.holdfast.domain.seat.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some places of an area on their way to a goal. Places are taken from what the token holds, those
 * held as the same kind of ticket first, in the order they were held; then from what is free; never
 * from what others have. Freed are the token's own places, held ones first; without a token what
 * was taken last, then what is held. Whoever frees more than there is frees what there is, as a
 * seat that is free already can be freed.
 *
 * @param ahead places of the same area that the same change moves before these
 */
record PlacesChange(EventDesk desk, Change change, Target target, WantedPlaces wanted, long ahead) {
  /** Where those ahead have been moved already, or there are none. */
  PlacesChange(EventDesk desk, Change change, Target target, WantedPlaces wanted) {
    this(desk, change, target, wanted, 0);
  }

  Optional<Refusal> refusal() {
    if (change.goal() instanceof Goal.Free) {
      return scatterRefusal().or(() -> conditionRefusal(freedWords()));
    }
    Area area = desk.areas().inLayout(wanted.object(), wanted.capacity());
    int free = desk.areas().free(area, wanted.capacity());
    if (allFromFree() > free) {
      return Optional.of(new Refusal.InsufficientCapacity(area.key(), area.version(), free));
    }
    Stream<String> words =
        Stream.concat(
            fromFree() > 0 ? Stream.of(Free.WORD) : Stream.of(),
            fromFree() < wanted.quantity() ? Stream.of(Held.WORD) : Stream.of());
    return conditionRefusal(words).or(() -> saleRefusal(area, free));
  }

  /** The words of what it frees, and of what is free already where it frees less than asked for. */
  private Stream<String> freedWords() {
    List<String> words = new ArrayList<>();
    long passed = 0;
    for (AreaRecord each : freeable()) {
      boolean touched = passed + each.quantity() > ahead && passed < ahead + wanted.quantity();
      if (touched) {
        words.add(each.state().word());
      }
      passed += each.quantity();
    }
    if (passed < ahead + wanted.quantity()) {
      words.add(Free.WORD);
    }
    return words.stream();
  }

  private Optional<Refusal> scatterRefusal() {
    return hidesMore()
        ? Optional.of(new Refusal.TooScattered(wanted.object(), ReadWish.AREA_RECORDS))
        : Optional.empty();
  }

  /**
   * Whether the house wants more places freed than were found, and the area has more: then not all
   * of its records were read, and less than was asked for must not pass for all of it.
   */
  private boolean hidesMore() {
    if (change.goal().token().isPresent()) {
      return false;
    }
    long found = places(freeable()) + (long) places(desk.areas().lapsed(wanted.object()));
    return places(freeable()) < ahead + wanted.quantity()
        && desk.areas()
            .find(wanted.object())
            .map(area -> (long) area.held() + area.taken() > found)
            .orElse(false);
  }

  private static int places(List<AreaRecord> records) {
    return records.stream().mapToInt(AreaRecord::quantity).sum();
  }

  private Optional<Refusal> conditionRefusal(Stream<String> words) {
    return words
        .filter(word -> !change.conditions().admit(word))
        .findFirst()
        .map(word -> new Refusal.StatusNotAllowed(wanted.object(), version(), word));
  }

  /** Rules are for new sales: what the token holds was for sale when it was held. */
  private Optional<Refusal> saleRefusal(Area area, int free) {
    Target.Offer offer = target.offer();
    boolean offered =
        offer.forSale() && offer.inChannel() && allFromFree() <= (long) free - offer.withheld();
    return fromFree() == 0 || offered
        ? Optional.empty()
        : Optional.of(new Refusal.NotForSale(area.key(), area.version()));
  }

  /** Whether more lapsed holds have to be ended for it than were read. */
  boolean clearsTheWay() {
    boolean stand = change.goal() instanceof Goal.Free ? hideSome() : leaveTooLittle();
    if (stand) {
      desk.areaMoves().endLapsed(wanted.object());
    }
    return stand;
  }

  private boolean hideSome() {
    return hidesMore() && desk.areas().mayHaveMoreLapsed(wanted.object());
  }

  private boolean leaveTooLittle() {
    Area area = desk.areas().inLayout(wanted.object(), wanted.capacity());
    return desk.areas().free(area, wanted.capacity()) < allFromFree()
        && desk.areas().mayHaveMoreRoom(area, wanted.capacity(), allFromFree());
  }

  /** Whether the token would hold one record more by it. */
  boolean isNew() {
    return change.goal() instanceof Goal.Hold hold && joined(hold).isEmpty();
  }

  ChangedObject apply() {
    switch (change.goal()) {
      case Goal.Hold hold -> hold(hold);
      case Goal.Take take -> take(take);
      case Goal.Free _ -> free();
    }
    Area after =
        desk.areas()
            .find(wanted.object())
            .orElseGet(() -> Area.untouched(wanted.object(), wanted.capacity()));
    return new ChangedObject.ChangedArea(after, desk.areas().standing(wanted.object()));
  }

  private void hold(Goal.Hold goal) {
    Area area = room(wanted.quantity());
    Instant until =
        desk.terms()
            .of(goal.holder())
            .map(TokenTerm::until)
            .orElseGet(() -> desk.now().plus(goal.life()));
    Tag before = joined(goal).map(mine -> AreaMoves.held(mine).tag()).orElse(Tag.NONE);
    Tag tag = tag(wanted.category(), before);
    Held fresh = new Held(goal.holder(), desk.nextSeq(), desk.now(), until, tag);
    desk.areaMoves().hold(area, fresh, wanted.quantity(), change.origin());
  }

  /** The token's record of places alike, which more of them join. */
  private Optional<AreaRecord> joined(Goal.Hold goal) {
    Tag alike = tag(wanted.category(), Tag.NONE);
    return desk.areas().heldBy(wanted.object(), goal.holder(), alike);
  }

  private void take(Goal.Take goal) {
    int fromFree = fromFree();
    int left = wanted.quantity() - fromFree;
    for (AreaRecord each : mineAlikeFirst()) {
      int places = Math.min(left, each.quantity());
      Held held = AreaMoves.held(each);
      Tag tag = tag(held.tag().category(), held.tag());
      Taken taken = new Taken(goal.status(), held.token(), held.hold(), desk.now(), tag);
      if (places == each.quantity()) {
        desk.areaMoves().book(each, taken, change.origin());
      } else if (places > 0) {
        desk.areaMoves().book(each, places, taken, change.origin());
      }
      left -= places;
    }
    if (fromFree > 0) {
      HoldToken token = goal.token().orElse(null);
      Tag tag = tag(wanted.category(), Tag.NONE);
      Taken taken = new Taken(goal.status(), token, 0, desk.now(), tag);
      desk.areaMoves().take(room(fromFree), fromFree, taken, change.origin());
    }
  }

  private void free() {
    Free nobodys = new Free(Tag.NONE.ordered(change.order()));
    int left = wanted.quantity();
    for (AreaRecord each : freeable()) {
      int places = Math.min(left, each.quantity());
      if (places > 0) {
        desk.areaMoves().release(each, places, nobodys, change.origin());
      }
      left -= places;
    }
  }

  /** The area with so many places free, for which lapsed holds are ended where it takes that. */
  private Area room(int places) {
    desk.areaMoves().makeRoom(wanted.object(), wanted.capacity(), places);
    return desk.areas().inLayout(wanted.object(), wanted.capacity());
  }

  /** What the token holds there, in the order it was held. */
  private List<AreaRecord> mine() {
    return change
        .goal()
        .token()
        .map(token -> desk.areas().heldBy(wanted.object(), token))
        .orElse(List.of());
  }

  private List<AreaRecord> mineAlikeFirst() {
    return mine().stream().sorted(Comparator.comparing(each -> !isAlike(each))).toList();
  }

  private boolean isAlike(AreaRecord held) {
    return Objects.equals(held.state().tag().ticketType(), target.ticketType());
  }

  /** How many of the places wanted are nobody's yet. */
  private int fromFree() {
    return (int) (allFromFree() - Math.max(0, ahead - held()));
  }

  /** The same of those wanted here and ahead, which use up together what the token holds. */
  private long allFromFree() {
    return Math.max(0, ahead + wanted.quantity() - held());
  }

  private int held() {
    return change.goal() instanceof Goal.Hold ? 0 : places(mine());
  }

  private List<AreaRecord> freeable() {
    AreaDesk areas = desk.areas();
    String key = wanted.object();
    return change
        .goal()
        .token()
        .map(token ->
            Stream.concat(areas.heldBy(key, token).stream(), areas.takenUnder(key, token).stream())
                .toList())
        .orElseGet(() -> Release.lastSoldFirst(areas.standing(key)));
  }

  /**
   * What hangs on places afterwards.
   *
   * @param category what they were held in, whatever they are sold in now
   */
  private Tag tag(@Nullable String category, Tag before) {
    ExtraData kept = change.keepExtraData() ? before.extraData() : ExtraData.NONE;
    ExtraData extraData = target.extraData() == null ? kept : target.extraData();
    Resale resale = change.goal() instanceof Goal.Take take ? take.resale() : null;
    return new Tag(category, extraData, change.order(), target.ticketType(), resale);
  }

  private long version() {
    return desk.areas().find(wanted.object()).map(Area::version).orElse(0L);
  }
}

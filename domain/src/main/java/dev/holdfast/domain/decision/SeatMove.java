package dev.holdfast.domain.decision;

import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Resale;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Free;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import dev.holdfast.domain.seat.Tag;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One seat on its way to a goal. */
record SeatMove(EventDesk desk, Change change, Target target, WantedSeat wanted) {
  Optional<Refusal> refusal() {
    SeatState now = state();
    if (!change.conditions().admit(now.word())) {
      return Optional.of(new Refusal.StatusNotAllowed(wanted.object(), version(), now.word()));
    }
    Optional<Refusal> others =
        switch (now) {
          case Free _ -> Optional.empty();
          case Held held ->
              mayTouch(held)
                  ? Optional.empty()
                  : Optional.of(new Refusal.AlreadyHeld(wanted.object(), version()));
          case Taken taken ->
              isFinal(taken)
                  ? Optional.of(new Refusal.AlreadyTaken(wanted.object(), version()))
                  : strangersRefusal(taken);
        };
    return others.or(() -> saleRefusal(now));
  }

  /** The house itself may take and free what somebody holds; a hold needs the holder's token. */
  private boolean mayTouch(Held held) {
    return change.goal().token().map(token -> desk.isLive(held, token)).orElse(true);
  }

  /** What is booked cannot be held, nor booked once more; any other status leads anywhere. */
  private boolean isFinal(Taken taken) {
    boolean booked = taken.status().equals(Taken.BOOKED);
    return switch (change.goal()) {
      case Goal.Hold _ -> booked;
      case Goal.Take take -> booked && take.status().equals(Taken.BOOKED);
      case Goal.Free _ -> false;
    };
  }

  /**
   * What was sold is given back, or called otherwise, by the house or under the token it was sold
   * to: whoever comes late with a token must not undo the sale to whoever has it by then.
   */
  private Optional<Refusal> strangersRefusal(Taken taken) {
    boolean touches = change.goal() instanceof Goal.Free || taken.status().equals(Taken.BOOKED);
    return change
        .goal()
        .token()
        .filter(token -> touches && !token.equals(taken.token()))
        .map(token -> Lost.of(desk, wanted.object(), token));
  }

  /** Rules are for new sales: what is held or taken already goes on as it began. */
  private Optional<Refusal> saleRefusal(SeatState now) {
    Target.Offer offer = target.offer();
    boolean resale = isResale(now);
    boolean newSale =
        switch (now) {
          case Free _ -> true;
          case Held _ -> change.goal().token().isEmpty();
          case Taken _ -> resale && !relists();
        };
    // Whoever resells has the seat already, in whichever channel it was.
    boolean offered = offer.forSale() && (offer.inChannel() || resale);
    return change.goal() instanceof Goal.Free || !newSale || offered
        ? Optional.empty()
        : Optional.of(new Refusal.NotForSale(wanted.object(), version()));
  }

  private static boolean isResale(SeatState state) {
    return state instanceof Taken taken && taken.status().equals(Taken.RESALE);
  }

  private boolean relists() {
    return change.goal() instanceof Goal.Take take && take.status().equals(Taken.RESALE);
  }

  /** Sold by whoever had it on resale: that is another sale, whatever it is called. */
  private boolean isSoldAgain(SeatState before) {
    return isResale(before) && !relists();
  }

  /** Whether the token would hold one object more by it. */
  boolean isNew() {
    return change.goal() instanceof Goal.Hold hold
        && desk.heldBy(wanted.object(), hold.holder()).isEmpty();
  }

  ChangedObject apply() {
    Origin origin = change.origin();
    desk.endLapsed(wanted.object());
    SeatState before = desk.seat(wanted.object()).state();
    Seat after =
        switch (change.goal()) {
          case Goal.Hold hold ->
              desk.change(wanted.object(), held(before, hold), kindOfHold(before), origin);
          case Goal.Take take ->
              desk.change(wanted.object(), taken(before, take), kindOfSale(before), origin);
          case Goal.Free _ ->
              desk.change(
                  wanted.object(),
                  freed(before),
                  before instanceof Free ? JournalKind.CHANGED : JournalKind.RELEASED,
                  origin);
        };
    return new ChangedObject.ChangedSeat(after);
  }

  private static JournalKind kindOfHold(SeatState before) {
    return before instanceof Held ? JournalKind.TAGGED : JournalKind.HELD;
  }

  private JournalKind kindOfSale(SeatState before) {
    return before instanceof Taken && !isSoldAgain(before)
        ? JournalKind.CHANGED
        : JournalKind.BOOKED;
  }

  private Held held(SeatState before, Goal.Hold goal) {
    Resale resale = before.tag().resale();
    return switch (before) {
      case Held mine ->
          new Held(
              mine.token(),
              mine.hold(),
              mine.since(),
              mine.until(),
              tag(before, mine.tag().category(), resale),
              mine.via());
      case Free _, Taken _ ->
          new Held(
              goal.holder(),
              desk.nextSeq(),
              desk.now(),
              until(goal),
              tag(before, wanted.category(), resale));
    };
  }

  private Instant until(Goal.Hold goal) {
    return desk.terms()
        .of(goal.holder())
        .map(TokenTerm::until)
        .orElseGet(() -> desk.now().plus(goal.life()));
  }

  private Taken taken(SeatState before, Goal.Take goal) {
    Resale resale = goal.resale() == null ? before.tag().resale() : goal.resale();
    Tag same = tag(before, before.tag().category(), resale);
    return switch (before) {
      case Held held -> new Taken(goal.status(), held.token(), held.hold(), desk.now(), same);
      // Another name for the same sale.
      case Taken old when !isSoldAgain(old) ->
          new Taken(goal.status(), old.token(), old.hold(), old.at(), same);
      case Free _, Taken _ ->
          new Taken(
              goal.status(),
              goal.token().orElse(null),
              0,
              desk.now(),
              tag(before, wanted.category(), resale));
    };
  }

  /** What was on resale before it was held or sold goes back there; what is on resale, off it. */
  private SeatState freed(SeatState before) {
    SeatState released =
        switch (before) {
          case Free free -> free;
          case Held held -> held.release(desk.now());
          case Taken taken -> taken.release(desk.now());
        };
    if (released instanceof Taken back) {
      Tag tag = tag(before, back.tag().category(), back.tag().resale());
      return new Taken(back.status(), null, 0, desk.now(), tag);
    }
    Tag tag = tag(before, null, null);
    return tag.equals(Tag.NONE) ? SeatState.FREE : new Free(tag);
  }

  /**
   * What hangs on it afterwards.
   *
   * @param category what it was held or sold in as long as that goes on, whatever it is sold in now
   */
  private Tag tag(SeatState before, @Nullable String category, @Nullable Resale resale) {
    ExtraData kept = change.keepExtraData() ? before.tag().extraData() : ExtraData.NONE;
    ExtraData extraData = target.extraData() == null ? kept : target.extraData();
    return new Tag(category, extraData, change.order(), target.ticketType(), resale);
  }

  /** The state as it counts: a hold whose deadline has passed is over, swept or not. */
  private SeatState state() {
    SeatState stored = desk.seat(wanted.object()).state();
    return stored instanceof Held held && !held.liveAt(desk.now())
        ? held.expire(desk.now())
        : stored;
  }

  private long version() {
    return desk.seat(wanted.object()).version();
  }
}

package dev.holdfast.domain.decision;

import dev.holdfast.domain.decision.Target.Offer;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.TakenObject;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import dev.holdfast.domain.seat.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Booking a number of an area's places: those the token holds first, in the order they were held,
 * the rest from what is free.
 *
 * @param alreadyBooked whether the same command books all that the token holds there besides
 */
record BookPlaces(EventDesk desk, Book command, WantedPlaces wanted, boolean alreadyBooked) {
  Optional<Refusal> refusal() {
    if (wanted.capacity() == 0 && fromFree() > 0) {
      // The layout has no such area (any more), and the token holds less of it.
      return Optional.of(new Refusal.UnknownObject(wanted.object()));
    }
    Area area = desk.areas().inLayout(wanted.object(), wanted.capacity());
    if (fromFree() > 0 && !offer().isOpen()) {
      return Optional.of(new Refusal.NotForSale(area.key(), area.version()));
    }
    int free = offer().of(desk.areas().free(area, wanted.capacity()));
    return fromFree() <= free
        ? Optional.empty()
        : Optional.of(new Refusal.InsufficientCapacity(area.key(), area.version(), free));
  }

  Optional<Refusal> extraDataRefusal() {
    return mine().stream()
        .filter(each -> AreaMoves.held(each).tag().extraData().outgrownBy(command.extraData()))
        .findFirst()
        .map(each -> new Refusal.ExtraDataTooLarge(each.area(), ExtraData.MAX_BYTES));
  }

  /** Whether room has to be made for it by ending more lapsed holds than were read. */
  boolean clearsTheWay() {
    Area area = desk.areas().inLayout(wanted.object(), wanted.capacity());
    int withheld = offer().withheld();
    if (desk.areas().free(area, wanted.capacity()) - withheld < fromFree()
        && desk.areas().mayHaveMoreRoom(area, wanted.capacity() - withheld, fromFree())) {
      desk.areaMoves().endLapsed(wanted.object());
      return true;
    }
    return false;
  }

  private Offer offer() {
    return command.offers().getOrDefault(wanted.object(), Offer.ALL);
  }

  private int fromFree() {
    int held = mine().stream().mapToInt(AreaRecord::quantity).sum();
    return Math.max(0, wanted.quantity() - held);
  }

  private List<AreaRecord> mine() {
    return alreadyBooked ? List.of() : desk.areas().heldBy(wanted.object(), command.token());
  }

  /** Books them; answers one object for all. */
  TakenObject book() {
    Origin origin = command.origin();
    int fromFree = fromFree();
    int left = wanted.quantity() - fromFree;
    @Nullable Taken last = null;
    for (AreaRecord each : mine()) {
      if (left > 0) {
        int places = Math.min(left, each.quantity());
        Held held = AreaMoves.held(each);
        last = held.book(desk.now(), command.order(), command.extraData());
        if (places == each.quantity()) {
          desk.areaMoves().book(each, last, origin);
        } else {
          desk.areaMoves().book(each, places, last, origin);
        }
        left -= places;
      }
    }
    if (fromFree > 0) {
      Tag tag = new Tag(wanted.category(), command.extraData());
      last = SeatState.FREE.book(command.token(), desk.now(), command.order(), tag);
      int room = fromFree + offer().withheld();
      desk.areaMoves().makeRoom(wanted.object(), wanted.capacity(), room);
      Area area = desk.areas().inLayout(wanted.object(), wanted.capacity());
      desk.areaMoves().take(area, fromFree, last, origin);
    }
    long version = desk.areas().find(wanted.object()).map(Area::version).orElse(0L);
    return new TakenObject(
        wanted.object(), true, wanted.quantity(), Objects.requireNonNull(last), version);
  }
}

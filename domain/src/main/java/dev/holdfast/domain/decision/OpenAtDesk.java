package dev.holdfast.domain.decision;

import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.choice.Availability;
import dev.holdfast.domain.decision.Target.Offer;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import java.util.Optional;

/**
 * What a seller can sell of what a desk shows. Holds that are over count for nothing, swept or not;
 * what was on resale before it was held is back there, and resale is nobody's to choose.
 */
record OpenAtDesk(EventDesk desk, Allotment allotment) implements Availability {
  @Override
  public boolean isOpen(Spot spot) {
    return isFree(desk.seat(spot.label()).state())
        && allotment
            .find(spot.label(), 1)
            .filter(target -> target.wanted() instanceof WantedSeat && isOffered(target.offer()))
            .isPresent();
  }

  private boolean isFree(SeatState state) {
    return switch (state) {
      case SeatState.Free _ -> true;
      case Held held ->
          !held.liveAt(desk.now()) && held.expire(desk.now()) instanceof SeatState.Free;
      case SeatState.Taken _ -> false;
    };
  }

  @Override
  public int freePlaces(Spot area) {
    return allotment
        .find(area.label(), 1)
        .flatMap(this::ofArea)
        .map(places -> Math.max(0, places.free()))
        .orElse(0);
  }

  /**
   * Whether lapsed holds of an area that were not read may make room for so many places, for which
   * there is none yet.
   */
  boolean mayHaveMoreRoom(String area, int places) {
    return allotment
        .find(area, places)
        .flatMap(this::ofArea)
        .filter(found -> found.free() < places)
        .filter(found ->
            desk.areas().mayHaveMoreRoom(found.area(), found.capacity() - found.withheld(), places))
        .isPresent();
  }

  /**
   * Places of an area.
   *
   * @param free for this seller; negative when more is gone than he was to have
   */
  private record Places(Area area, int capacity, int withheld, int free) {}

  private Optional<Places> ofArea(Target target) {
    Offer offer = target.offer();
    if (!(target.wanted() instanceof WantedPlaces wanted) || !isOffered(offer)) {
      return Optional.empty();
    }
    Area area = desk.areas().inLayout(wanted.object(), wanted.capacity());
    int free = desk.areas().free(area, wanted.capacity()) - offer.withheld();
    return Optional.of(new Places(area, wanted.capacity(), offer.withheld(), free));
  }

  private static boolean isOffered(Offer offer) {
    return offer.forSale() && offer.inChannel();
  }
}

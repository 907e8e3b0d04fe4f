package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.http.json.JsonContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of an event as they stand at one instant. */
public final class EventObjects {
  private final Offer offer;
  private final Map<String, SeatState> seats = new HashMap<>();
  private final Map<String, List<AreaRecord>> records = new HashMap<>();

  /**
   * The objects that an event offers.
   *
   * @param picture what of them is not free; what is not offered any more is left out
   */
  public EventObjects(Houses.OfEvent house, EventPicture picture) {
    this(new Offer(house), picture);
  }

  EventObjects(Offer offer, EventPicture picture) {
    this.offer = offer;
    for (Seat seat : picture.seats()) {
      seats.put(seat.label(), seat.state());
    }
    for (AreaRecord each : picture.records()) {
      records.computeIfAbsent(each.area(), _ -> new ArrayList<>()).add(each);
    }
  }

  /** A report on all of them. */
  public EventReport report() {
    return new EventReport(all(), offer);
  }

  /** All that the event offers, in the order in which it was drawn. */
  List<ObjectInfo> all() {
    Venue venue = offer.venue();
    List<ObjectInfo> all = new ArrayList<>(venue.spots().size());
    for (Spot spot : venue.spots().values()) {
      if (offer.isOffered(spot)) {
        all.add(info(spot));
      }
    }
    return all;
  }

  /** The object of this label, where the event offers one. */
  public Optional<JsonContent> told(String label) {
    return find(label).map(EventObjects::content);
  }

  Optional<ObjectInfo> find(String label) {
    return offer.venue().find(label).filter(offer::isOffered).map(this::info);
  }

  private static JsonContent content(ObjectInfo info) {
    return json -> ObjectInfoJson.write(json, info);
  }

  private ObjectInfo info(Spot spot) {
    return offer.info(
        spot,
        switch (spot.kind()) {
          case SEAT, TABLE, BOOTH -> single(spot);
          case AREA -> places(spot);
        });
  }

  private Stand single(Spot spot) {
    SeatState state = seats.get(spot.label());
    return state == null ? Stand.Single.UNTOUCHED : Stand.Single.of(state);
  }

  private Stand places(Spot spot) {
    List<AreaRecord> live = records.getOrDefault(spot.label(), List.of());
    return PlacesCount.of(spot.size().places(), live, offer.placesNotForSale(spot));
  }

  /** An object as a change left it; empty when it is not drawn (any more). */
  public static Optional<JsonContent> changed(Houses.OfEvent house, ChangedObject object) {
    Offer offer = new Offer(house);
    return house
        .venue()
        .find(object.object())
        .map(spot -> content(offer.info(spot, stand(offer, spot, object))));
  }

  private static Stand stand(Offer offer, Spot spot, ChangedObject object) {
    return switch (object) {
      case ChangedObject.ChangedSeat(Seat seat) -> Stand.Single.of(seat.state());
      case ChangedObject.ChangedArea area ->
          PlacesCount.changed(
              spot.size().places(), area.area(), area.records(), offer.placesNotForSale(spot));
    };
  }
}

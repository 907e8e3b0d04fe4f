package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.event.CategoryKey;
import dev.holdfast.domain.event.Channel;
import dev.holdfast.domain.event.Channels;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventCategories;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.ForSale;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.OnSale;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.event.TableBooking;
import dev.holdfast.domain.event.TableBooking.Mode;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.Tag;
import dev.holdfast.http.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An event of a drawn venue, with what was done to it. */
final class Evening {
  static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

  private static final Event EVENT =
      new Event(
          new EventId(77), "gala", null, null, false, "hall", new LayoutVersion(1, 1), 1, NOW, NOW);

  private static final List<Category> CATEGORIES =
      List.of(new Category("9", "Cat1"), new Category("10", "Cat2"), new Category("vip", "Cat3"));

  final Venue venue;
  private final List<Seat> seats = new ArrayList<>();
  private final List<AreaRecord> records = new ArrayList<>();
  private final Set<String> notForSale = new HashSet<>();
  private final Map<String, Integer> placesNotForSale = new HashMap<>();
  private final Map<String, String> channels = new HashMap<>();
  private boolean ruled = true;
  private Mode tables = Mode.ALL_BY_SEAT;
  private EventCategories categories = EventCategories.NONE;

  Evening(Drawn drawn) {
    this.venue = drawn.venue();
  }

  /** Nobody ever gave it a rule. */
  Evening withoutRules() {
    ruled = false;
    return this;
  }

  Evening booked(String... labels) {
    for (String label : labels) {
      taken(label, "booked", null);
    }
    return this;
  }

  Evening taken(String label, String status, @Nullable String order) {
    return seat(label, new SeatState.Taken(status, null, 0, NOW, order, tag(null)));
  }

  Evening held(String label, String token) {
    return seat(label, held(token));
  }

  Evening seat(String label, SeatState state) {
    seats.add(new Seat(label, 1, state));
    return this;
  }

  static SeatState held(String token) {
    return new SeatState.Held(new HoldToken(token), 1, NOW, NOW.plusSeconds(900), tag(null));
  }

  static Tag tag(@Nullable String extra) {
    return new Tag(null, extra == null ? ExtraData.NONE : ExtraData.ofJson(extra));
  }

  Evening takenPlaces(String area, String status, int places) {
    return places(area, places, new SeatState.Taken(status, null, 0, NOW, null, tag(null)));
  }

  Evening heldPlaces(String area, String token, int places) {
    return places(area, places, held(token));
  }

  Evening heldPlaces(String area, String token, String ticketType, int places) {
    SeatState.Held held = (SeatState.Held) held(token);
    Tag tag = new Tag(null, ExtraData.NONE, null, ticketType, null);
    return places(
        area, places, new SeatState.Held(held.token(), 1, held.since(), held.until(), tag));
  }

  private Evening places(String area, int places, SeatState state) {
    records.add(new AreaRecord(area, records.size() + 1, places, state));
    return this;
  }

  Evening notForSale(String... labels) {
    notForSale.addAll(List.of(labels));
    return this;
  }

  Evening placesNotForSale(String area, int places) {
    placesNotForSale.put(area, places);
    return this;
  }

  Evening channel(String key, String... labels) {
    for (String label : labels) {
      channels.put(label, key);
    }
    return this;
  }

  /** Tables are sold as a whole, each of them. */
  Evening byTable() {
    tables = Mode.ALL_BY_TABLE;
    return this;
  }

  /** Categories of its own, and an object in one of them or of the chart's. */
  Evening categories(List<Category> own, String label, CategoryKey key) {
    categories = new EventCategories(own, Map.of(label, key));
    return this;
  }

  EventPicture picture() {
    return new EventPicture(9, NOW, seats, List.of(), records);
  }

  /** The event in its house; without rules it is sold as it was drawn. */
  Houses.OfEvent house() {
    OnSale onSale = ruled ? OnSale.of(rules(), venue, CATEGORIES) : OnSale.EVERYTHING;
    return new Houses.OfEvent(EVENT, venue, CATEGORIES, onSale);
  }

  Offer offer() {
    return new Offer(house());
  }

  private SaleRules rules() {
    ForSale forSale = new ForSale(false, List.copyOf(notForSale), placesNotForSale, List.of());
    List<Channel> all =
        Stream.of("web", "desk")
            .map(key -> new Channel("ch_" + key, key, key, "red", null, in(key), Map.of()))
            .toList();
    return new SaleRules(
        Optional.of(forSale), new Channels(all), TableBooking.all(tables), categories);
  }

  private List<String> in(String channel) {
    return channels.keySet().stream()
        .filter(label -> channel.equals(channels.get(label)))
        .sorted()
        .toList();
  }

  EventObjects objects() {
    return new EventObjects(offer(), picture());
  }

  EventReport report() {
    Offer offer = offer();
    return new EventReport(new EventObjects(offer, picture()).all(), offer);
  }

  /** How the object is told, with single quotes for double ones. */
  String told(String label) {
    ObjectInfo info = objects().find(label).orElseThrow();
    return Json.text(json -> ObjectInfoJson.write(json, info)).replace('"', '\'');
  }
}

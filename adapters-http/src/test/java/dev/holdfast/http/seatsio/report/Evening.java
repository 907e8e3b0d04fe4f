package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Kind;
import dev.holdfast.domain.chart.Spot.ParentKind;
import dev.holdfast.domain.chart.Venue;
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
import org.jspecify.annotations.Nullable;

/** An event of a drawn venue, with what was done to it. */
final class Evening implements Offer {
  static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

  private static final List<Category> CATEGORIES =
      List.of(new Category("9", "Cat1"), new Category("10", "Cat2"), new Category("vip", "Cat3"));

  final Venue venue;
  private final List<Seat> seats = new ArrayList<>();
  private final List<AreaRecord> records = new ArrayList<>();
  private final Set<String> notForSale = new HashSet<>();
  private final Map<String, Integer> placesNotForSale = new HashMap<>();
  private final Map<String, String> channels = new HashMap<>();
  private boolean byTable;

  Evening(Drawn drawn) {
    this.venue = drawn.venue();
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
    byTable = true;
    return this;
  }

  EventPicture picture() {
    return new EventPicture(9, NOW, seats, List.of(), records);
  }

  EventObjects objects() {
    return new EventObjects(venue, this, picture());
  }

  EventReport report() {
    return new EventReport(objects().all(), venue, categories(), channels());
  }

  /** How the object is told, with single quotes for double ones. */
  String told(String label) {
    ObjectInfo info = objects().find(label).orElseThrow();
    return Json.text(json -> ObjectInfoJson.write(json, info)).replace('"', '\'');
  }

  @Override
  public boolean isOffered(Spot spot) {
    boolean atTable = spot.naming().parentKind() == ParentKind.TABLE;
    return byTable ? !atTable : spot.kind() != Kind.TABLE;
  }

  @Override
  public boolean isForSale(Spot spot) {
    return !notForSale.contains(spot.label());
  }

  @Override
  public int placesNotForSale(Spot area) {
    return placesNotForSale.getOrDefault(area.label(), 0);
  }

  @Override
  public Optional<String> channel(Spot spot) {
    return Optional.ofNullable(channels.get(spot.label()));
  }

  @Override
  public PricedSpot priced(Spot spot) {
    return new CategoryLabels(CATEGORIES).priced(spot, spot.category());
  }

  @Override
  public List<Category> categories() {
    return CATEGORIES;
  }

  @Override
  public List<String> channels() {
    return List.of("web", "desk");
  }
}

package dev.holdfast.domain.decision;

import dev.holdfast.domain.decision.Target.Offer;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.KeyCap;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.refusal.Refusal.TokenLimit.Versioned;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import dev.holdfast.domain.seat.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds objects for a token, all or none. A seat the token holds already stays as it is, with its
 * deadline; places of an area add to what the token holds there.
 *
 * @param on the layout and the rules the wanted objects were taken from
 * @param wanted at least one, each seat once, each area and category once
 * @param life how long each hold lasts, or with a new token how long the token does
 * @param cap of the API key that it is made through, if that has one
 * @param offers what of the wanted objects is for sale, of those that are not all
 */
public record Hold(
    EventId event,
    SoldBy on,
    HoldToken token,
    List<Wanted> wanted,
    Life life,
    ExtraData extraData,
    Origin origin,
    Optional<KeyCap> cap,
    Map<String, Offer> offers)
    implements Command<List<HeldObject>> {
  public Hold {
    wanted = List.copyOf(wanted);
    offers = Map.copyOf(offers);
  }

  @Override
  public Optional<SoldBy> soldBy() {
    return Optional.of(on);
  }

  @Override
  public ReadWish.OfEvent reads() {
    Set<String> areas =
        wanted.stream()
            .filter(each -> each instanceof WantedPlaces)
            .map(Wanted::object)
            .collect(Collectors.toSet());
    Set<Long> keys = cap.map(each -> Set.of(each.key())).orElse(Set.of());
    return new ReadWish.OfEvent(event, areas, Set.of(token), Set.of(), Set.of())
        .withSeats(seats())
        .counting(keys);
  }

  @Override
  public int weight() {
    return Math.max(1, wanted.size());
  }

  @Override
  public Set<String> seats() {
    return wanted.stream()
        .filter(each -> each instanceof WantedSeat)
        .map(Wanted::object)
        .collect(Collectors.toSet());
  }

  /**
   * How long.
   *
   * @param ttl more than zero
   * @param ofNewToken whether the token is new, and is to expire by itself then
   */
  public record Life(Duration ttl, boolean ofNewToken) {}

  /** What an event without rules sells, through a key without a cap. */
  public Hold(
      EventId event,
      LayoutVersion on,
      HoldToken token,
      List<Wanted> wanted,
      Life life,
      ExtraData extraData,
      Origin origin) {
    this(
        event,
        new SoldBy(on, 0),
        token,
        wanted,
        life,
        extraData,
        origin,
        Optional.empty(),
        Map.of());
  }

  /** Each hold has a deadline of its own. */
  public Hold(
      EventId event,
      LayoutVersion on,
      HoldToken token,
      List<Wanted> wanted,
      Duration ttl,
      ExtraData extraData,
      Origin origin) {
    this(event, on, token, wanted, new Life(ttl, false), extraData, origin);
  }

  @Override
  public boolean clearsTheWay(EventDesk desk) {
    Map<String, Long> places = new LinkedHashMap<>();
    boolean cleared = false;
    for (Wanted each : wanted) {
      if (each instanceof WantedPlaces area) {
        long wantedHere = places.merge(area.object(), (long) area.quantity(), Long::sum);
        Area now = desk.areas().inLayout(area.object(), area.capacity());
        int withheld = offer(area).withheld();
        if (desk.areas().free(now, area.capacity()) - withheld < wantedHere
            && desk.areas().mayHaveMoreRoom(now, area.capacity() - withheld, wantedHere)) {
          desk.areaMoves().endLapsed(area.object());
          cleared = true;
        }
      }
    }
    return cleared;
  }

  @Override
  public Outcome<List<HeldObject>> decide(EventDesk desk) {
    if (desk.terms().isOver(token)) {
      return Outcome.refused(new Refusal.TokenOver());
    }
    List<Refusal> reasons = new ArrayList<>();
    int more = 0;
    Map<String, Long> places = new LinkedHashMap<>();
    for (Wanted each : wanted) {
      switch (each) {
        case WantedSeat seat -> seatRefusal(desk, seat).ifPresent(reasons::add);
        case WantedPlaces area -> {
          // One refusal an area, however many categories of it are wanted.
          long wantedHere = places.merge(area.object(), (long) area.quantity(), Long::sum);
          placesRefusal(desk, area, wantedHere).ifPresent(reasons::add);
          extraDataRefusal(desk, area).ifPresent(reasons::add);
        }
      }
      more += isNew(desk, each) ? 1 : 0;
    }
    int limit = desk.policy().maxObjectsPerToken();
    if (more > 0 && desk.holdings().of(token) + more > limit) {
      reasons.add(new Refusal.TokenLimit(limit, asTheyStand(desk)));
    }
    cap.flatMap(each -> capRefusal(desk, each)).ifPresent(reasons::add);
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons.stream().distinct().toList());
    }
    if (life.ofNewToken()) {
      desk.terms().open(token, life.ttl());
    }
    return Outcome.accepted(wanted.stream().map(each -> hold(desk, each)).toList());
  }

  private List<Versioned> asTheyStand(EventDesk desk) {
    return wanted.stream().map(each -> asItStands(desk, each)).distinct().toList();
  }

  private static Versioned asItStands(EventDesk desk, Wanted wanted) {
    long version =
        switch (wanted) {
          case WantedSeat seat -> desk.seat(seat.object()).version();
          case WantedPlaces area -> desk.areas().find(area.object()).map(Area::version).orElse(0L);
        };
    return new Versioned(wanted.object(), version);
  }

  private Optional<Refusal> seatRefusal(EventDesk desk, WantedSeat wanted) {
    Seat seat = desk.seat(wanted.object());
    return switch (seat.state()) {
      case SeatState.Free _ -> saleRefusal(seat);
      case Held held when held.liveAt(desk.now()) && held.token().equals(token) -> Optional.empty();
      case Held lapsed when !lapsed.liveAt(desk.now()) ->
          // What was on resale is back there, and not anybody's to hold.
          lapsed.tag().resale() == null
              ? saleRefusal(seat)
              : Optional.of(new Refusal.AlreadyTaken(seat.label(), seat.version()));
      case Held _ -> Optional.of(new Refusal.AlreadyHeld(seat.label(), seat.version()));
      case Taken _ -> Optional.of(new Refusal.AlreadyTaken(seat.label(), seat.version()));
    };
  }

  /** Rules are for new sales: what the token holds was for sale when it was held. */
  private Optional<Refusal> saleRefusal(Seat seat) {
    return offers.getOrDefault(seat.label(), Offer.ALL).isOpen()
        ? Optional.empty()
        : Optional.of(new Refusal.NotForSale(seat.label(), seat.version()));
  }

  private Offer offer(WantedPlaces wanted) {
    return offers.getOrDefault(wanted.object(), Offer.ALL);
  }

  private Optional<Refusal> placesRefusal(EventDesk desk, WantedPlaces wanted, long places) {
    Area area = desk.areas().inLayout(wanted.object(), wanted.capacity());
    if (!offer(wanted).isOpen()) {
      return Optional.of(new Refusal.NotForSale(area.key(), area.version()));
    }
    int free = offer(wanted).of(desk.areas().free(area, wanted.capacity()));
    return places <= free
        ? Optional.empty()
        : Optional.of(new Refusal.InsufficientCapacity(area.key(), area.version(), free));
  }

  /** Only places join a hold that is there already; a seat keeps what hangs on it. */
  private Optional<Refusal> extraDataRefusal(EventDesk desk, WantedPlaces wanted) {
    return desk.areas()
        .heldBy(wanted.object(), token, wanted.category())
        .filter(mine -> ((Held) mine.state()).tag().extraData().outgrownBy(extraData))
        .map(mine -> new Refusal.ExtraDataTooLarge(mine.area(), ExtraData.MAX_BYTES));
  }

  /** Whether the token would hold one object more by it. */
  private boolean isNew(EventDesk desk, Wanted wanted) {
    return switch (wanted) {
      case WantedSeat seat -> desk.heldBy(seat.object(), token).isEmpty();
      case WantedPlaces area ->
          desk.areas().heldBy(area.object(), token, area.category()).isEmpty();
    };
  }

  private Optional<Refusal> capRefusal(EventDesk desk, KeyCap key) {
    long more = wanted.stream().mapToLong(each -> placesMore(desk, key, each)).sum();
    return more > 0 && desk.keyHoldings().of(key.key()) + more > key.most()
        ? Optional.of(new Refusal.KeyLimit(key.most(), asTheyStand(desk)))
        : Optional.empty();
  }

  /** How many places more the key would hold by it; see {@link AreaMoves#hold}. */
  private long placesMore(EventDesk desk, KeyCap key, Wanted wanted) {
    return switch (wanted) {
      case WantedSeat _ -> isNew(desk, wanted) ? 1 : 0;
      case WantedPlaces area -> {
        long joined =
            desk.areas()
                .heldBy(area.object(), token, area.category())
                .filter(mine -> AreaMoves.held(mine).via() != key.key())
                .map(AreaRecord::quantity)
                .orElse(0);
        yield joined + area.quantity();
      }
    };
  }

  private long via() {
    return cap.map(KeyCap::key).orElse(Held.NO_KEY);
  }

  private HeldObject hold(EventDesk desk, Wanted wanted) {
    return switch (wanted) {
      case WantedSeat seat -> holdSeat(desk, seat);
      case WantedPlaces area -> holdPlaces(desk, area);
    };
  }

  private HeldObject holdSeat(EventDesk desk, WantedSeat wanted) {
    String label = wanted.object();
    if (desk.heldBy(label, token).isEmpty()) {
      if (desk.seat(label).state() instanceof Held lapsed) {
        desk.change(label, lapsed.expire(desk.now()), JournalKind.EXPIRED, Origin.OWN);
      }
      Tag tag = new Tag(wanted.category(), extraData);
      desk.change(label, fresh(desk, tag), JournalKind.HELD, origin);
    }
    Seat seat = desk.seat(label);
    Held held = (Held) seat.state();
    return new HeldObject(label, false, 1, token, held.until(), held.tag(), seat.version());
  }

  private HeldObject holdPlaces(EventDesk desk, WantedPlaces wanted) {
    AreaDesk areas = desk.areas();
    int room = wanted.quantity() + offer(wanted).withheld();
    desk.areaMoves().makeRoom(wanted.object(), wanted.capacity(), room);
    Area area = areas.inLayout(wanted.object(), wanted.capacity());
    Tag tag =
        areas
            .heldBy(area.key(), token, wanted.category())
            .map(mine -> AreaMoves.held(mine).tag().with(extraData))
            .orElseGet(() -> new Tag(wanted.category(), extraData));
    AreaRecord after = desk.areaMoves().hold(area, fresh(desk, tag), wanted.quantity(), origin);
    Held held = (Held) after.state();
    long version = area.version() + 1;
    return new HeldObject(
        area.key(), true, after.quantity(), token, held.until(), held.tag(), version);
  }

  private Held fresh(EventDesk desk, Tag tag) {
    return SeatState.FREE.hold(token, desk.nextSeq(), desk.now(), until(desk), tag).through(via());
  }

  private Instant until(EventDesk desk) {
    Instant until = desk.now().plus(life.ttl());
    return desk.terms().of(token).map(term -> term.bound(until)).orElse(until);
  }
}

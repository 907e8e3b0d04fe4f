package dev.holdfast.domain.decision;

import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.refusal.Refusal.TokenLimit.Versioned;
import dev.holdfast.domain.seat.Area;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes the status of objects of one event, all or none (seats.io dialect, section 15).
 *
 * @param on the layout and the rules the targets were taken from
 * @param targets at least one, each seat once; an area may come several times, as other kinds of
 *     tickets
 * @param order the caller's order reference; without one the objects have none afterwards
 * @param keepExtraData whether what hangs on an object stays where nothing was sent for it
 */
public record Change(
    EventId event,
    SoldBy on,
    Goal goal,
    List<Target> targets,
    Conditions conditions,
    @Nullable String order,
    boolean keepExtraData,
    Origin origin)
    implements Command<List<ChangedObject>> {
  /** Most objects in one step (decision 8). */
  public static final int MAX_TARGETS = 2_000;

  public Change {
    targets = List.copyOf(targets);
  }

  @Override
  public Optional<SoldBy> soldBy() {
    return Optional.of(on);
  }

  @Override
  public ReadWish.OfEvent reads() {
    Set<String> areas =
        targets.stream()
            .filter(each -> each.wanted() instanceof WantedPlaces)
            .map(each -> each.wanted().object())
            .collect(Collectors.toSet());
    Set<HoldToken> tokens = goal.token().map(Set::of).orElse(Set.of());
    // Whose places are freed, and who has an area's places, is known only to its records.
    return new ReadWish.OfEvent(event, areas, tokens, Set.of(), areas).withSeats(seats());
  }

  @Override
  public int weight() {
    int records = reads().wholeAreas().isEmpty() ? 0 : ReadWish.AREA_RECORDS;
    return Math.max(1, targets.size() + records);
  }

  @Override
  public Set<String> seats() {
    return targets.stream()
        .filter(each -> each.wanted() instanceof WantedSeat)
        .map(each -> each.wanted().object())
        .collect(Collectors.toSet());
  }

  @Override
  public boolean clearsTheWay(EventDesk desk) {
    boolean cleared = false;
    Map<String, Long> ahead = new HashMap<>();
    for (Target each : targets) {
      if (each.wanted() instanceof WantedPlaces places) {
        cleared |= of(desk, each, places, ahead).clearsTheWay();
      }
    }
    return cleared;
  }

  @Override
  public Outcome<List<ChangedObject>> decide(EventDesk desk) {
    if (goal.token().isPresent() && !isKnown(desk, goal.token().get())) {
      return Outcome.refused(new Refusal.TokenOver());
    }
    List<Refusal> reasons = new ArrayList<>();
    Set<Piece> more = new HashSet<>();
    Map<String, Long> ahead = new HashMap<>();
    for (Target each : targets) {
      boolean isNew =
          switch (each.wanted()) {
            case WantedSeat seat -> {
              SeatMove move = new SeatMove(desk, this, each, seat);
              move.refusal().ifPresent(reasons::add);
              yield move.isNew();
            }
            case WantedPlaces places -> {
              PlacesChange change = of(desk, each, places, ahead);
              change.refusal().ifPresent(reasons::add);
              yield change.isNew();
            }
          };
      if (isNew) {
        more.add(Piece.of(each));
      }
    }
    limitRefusal(desk, more.size()).ifPresent(reasons::add);
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons.stream().distinct().toList());
    }
    return Outcome.accepted(apply(desk));
  }

  /** What each object came to, each once. */
  private List<ChangedObject> apply(EventDesk desk) {
    Map<String, ChangedObject> changed = new LinkedHashMap<>();
    targets.forEach(each -> changed.put(each.wanted().object(), apply(desk, each)));
    return List.copyOf(changed.values());
  }

  /** What counts one against the limit of a token: a seat, or places that are alike. */
  private record Piece(String object, @Nullable String category, @Nullable String ticketType) {
    static Piece of(Target target) {
      return switch (target.wanted()) {
        case WantedSeat seat -> new Piece(seat.object(), null, null);
        case WantedPlaces area -> new Piece(area.object(), area.category(), target.ticketType());
      };
    }
  }

  /**
   * Places that are to change after others of their area.
   *
   * @param ahead places of each area so far; these are added
   */
  private PlacesChange of(
      EventDesk desk, Target target, WantedPlaces places, Map<String, Long> ahead) {
    long before = ahead.getOrDefault(places.object(), 0L);
    ahead.put(places.object(), before + places.quantity());
    return new PlacesChange(desk, this, target, places, before);
  }

  private ChangedObject apply(EventDesk desk, Target target) {
    return switch (target.wanted()) {
      case WantedSeat seat -> new SeatMove(desk, this, target, seat).apply();
      case WantedPlaces places -> new PlacesChange(desk, this, target, places).apply();
    };
  }

  /** A token is known by its term; one that a client made up, by what it holds (decision 8). */
  static boolean isKnown(EventDesk desk, HoldToken token) {
    return desk.terms().of(token).isPresent()
        ? !desk.terms().isOver(token)
        : desk.holdings().of(token) > 0;
  }

  private Optional<Refusal> limitRefusal(EventDesk desk, int more) {
    int limit = desk.policy().maxObjectsPerToken();
    if (!(goal instanceof Goal.Hold hold) || desk.holdings().of(hold.holder()) + more <= limit) {
      return Optional.empty();
    }
    return more == 0
        ? Optional.empty()
        : Optional.of(
            new Refusal.TokenLimit(
                limit, targets.stream().map(each -> asItStands(desk, each.wanted())).toList()));
  }

  private static Versioned asItStands(EventDesk desk, Wanted wanted) {
    long version =
        switch (wanted) {
          case WantedSeat seat -> desk.seat(seat.object()).version();
          case WantedPlaces area -> desk.areas().find(area.object()).map(Area::version).orElse(0L);
        };
    return new Versioned(wanted.object(), version);
  }
}

package dev.holdfast.domain.decision;

import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.refusal.Refusal.TokenLimit.Versioned;
import dev.holdfast.domain.seat.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes the status of objects of one event, all or none (seats.io dialect, section 15).
 *
 * @param on the layout and the rules the targets were taken from
 * @param targets at least one, each seat once, each area once
 * @param order the caller's order reference; without one the objects have none afterwards
 * @param keepExtraData whether what hangs on an object stays where nothing was sent for it
 */
public record Change(
    EventId event,
    LayoutVersion on,
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
  public Optional<LayoutVersion> layout() {
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
    return Math.max(1, targets.size());
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
    for (Target each : targets) {
      if (each.wanted() instanceof WantedPlaces places) {
        cleared |= new PlacesChange(desk, this, each, places).clearsTheWay();
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
    int more = 0;
    for (Target each : targets) {
      switch (each.wanted()) {
        case WantedSeat seat -> {
          SeatMove move = new SeatMove(desk, this, each, seat);
          move.refusal().ifPresent(reasons::add);
          more += move.isNew() ? 1 : 0;
        }
        case WantedPlaces places -> {
          PlacesChange change = new PlacesChange(desk, this, each, places);
          change.refusal().ifPresent(reasons::add);
          more += change.isNew() ? 1 : 0;
        }
      }
    }
    limitRefusal(desk, more).ifPresent(reasons::add);
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons.stream().distinct().toList());
    }
    return Outcome.accepted(targets.stream().map(each -> apply(desk, each)).toList());
  }

  private ChangedObject apply(EventDesk desk, Target target) {
    return switch (target.wanted()) {
      case WantedSeat seat -> new SeatMove(desk, this, target, seat).apply();
      case WantedPlaces places -> new PlacesChange(desk, this, target, places).apply();
    };
  }

  /** A token is known by its term; one that a client made up, by what it holds (decision 8). */
  private static boolean isKnown(EventDesk desk, HoldToken token) {
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

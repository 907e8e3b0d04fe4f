package dev.holdfast.domain.decision;

import dev.holdfast.domain.choice.BestAvailable;
import dev.holdfast.domain.choice.Choice;
import dev.holdfast.domain.choice.Seating;
import dev.holdfast.domain.choice.Wish;
import dev.holdfast.domain.decision.ChangedObject.ChangedSeat;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.seat.ExtraData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the best that is left of an event and changes its status, in one decision (seats.io
 * dialect, section 17). What is chosen under the lock cannot be gone when it is taken: of any
 * number who ask at once each gets the best that those before him have left, and is refused only
 * when that is too little.
 *
 * @param on the layout and the rules that the seating and the allotment were made of
 * @param seating all that there is to choose from
 * @param allotment what of it is the seller's
 * @param goal what the objects become: held or taken
 * @param particulars what comes with them
 */
public record ChooseBest(
    EventId event,
    SoldBy on,
    Seating seating,
    Wish wish,
    Allotment allotment,
    Goal goal,
    Particulars particulars,
    Origin origin)
    implements Command<Chosen> {
  /** Objects that take as long to look at as one row takes to be changed. */
  private static final int LOOKS_A_CHANGE = 1_000;

  /**
   * What hangs on the objects.
   *
   * @param order the caller's order reference; without one they have none afterwards
   * @param keepExtraData whether what hangs on an object stays where nothing was sent for it
   * @param extraData of the first object chosen, the second and so on; may be fewer than those
   * @param ticketTypes in the same way. Places of an area come one after the other as well; those
   *     of one kind of ticket are alike, and have the extra data of the first of them
   */
  public record Particulars(
      @Nullable String order,
      boolean keepExtraData,
      List<ExtraData> extraData,
      List<String> ticketTypes) {
    public Particulars {
      extraData = List.copyOf(extraData);
      ticketTypes = List.copyOf(ticketTypes);
    }
  }

  /**
   * A choice and a change.
   *
   * @throws IllegalArgumentException when they were to become free, which is what they are
   */
  public ChooseBest {
    if (goal instanceof Goal.Free) {
      throw new IllegalArgumentException("what is free is chosen to be held or taken");
    }
  }

  @Override
  public Optional<SoldBy> soldBy() {
    return Optional.of(on);
  }

  @Override
  public ReadWish.OfEvent reads() {
    Set<HoldToken> tokens = goal.token().map(Set::of).orElse(Set.of());
    // Of areas, lapsed holds and who has the others have to be known as well.
    Set<String> areas = Set.copyOf(seating.areasFor(wish));
    return new ReadWish.OfEvent(event, areas, tokens, Set.of(), areas).withAll();
  }

  @Override
  public boolean readsWhole() {
    return true;
  }

  /**
   * What it changes, and the time of looking through the house, which each takes for himself. The
   * rows that it reads are not among it, because all who choose in one transaction read them once.
   */
  @Override
  public int weight() {
    return wish.number() + seating.size() / LOOKS_A_CHANGE;
  }

  /** None is known before one is chosen. */
  @Override
  public Set<String> seats() {
    return Set.of();
  }

  @Override
  public Set<String> seats(EventDesk decided, Outcome<Chosen> outcome) {
    return outcome instanceof Outcome.Accepted<Chosen>(Chosen chosen)
        ? chosen.objects().stream()
            .filter(each -> each instanceof ChangedSeat)
            .map(ChangedObject::object)
            .collect(Collectors.toSet())
        : Set.of();
  }

  @Override
  public boolean clearsTheWay(EventDesk desk) {
    OpenAtDesk open = new OpenAtDesk(desk, allotment);
    List<String> crowded =
        seating.areasFor(wish).stream()
            .filter(area -> open.mayHaveMoreRoom(area, wish.number()))
            .toList();
    if (crowded.isEmpty() || choice(desk).filter(choice -> !isArea(choice)).isPresent()) {
      return false;
    }
    crowded.forEach(desk.areaMoves()::endLapsed);
    return true;
  }

  private boolean isArea(Choice choice) {
    return allotment
        .find(choice.objects().getFirst(), 1)
        .filter(target -> target.wanted() instanceof WantedPlaces)
        .isPresent();
  }

  @Override
  public Outcome<Chosen> decide(EventDesk desk) {
    if (goal.token().isPresent() && !Change.isKnown(desk, goal.token().get())) {
      return Outcome.refused(new Refusal.TokenOver());
    }
    Optional<Choice> choice = choice(desk);
    return choice.isEmpty()
        ? Outcome.refused(new Refusal.NothingAvailable())
        : change(choice.get()).decide(desk).map(objects -> new Chosen(choice.get(), objects));
  }

  private Optional<Choice> choice(EventDesk desk) {
    return BestAvailable.choose(seating, wish, new OpenAtDesk(desk, allotment));
  }

  private Change change(Choice choice) {
    return new Change(
        event,
        on,
        goal,
        targets(choice),
        Conditions.NONE,
        particulars.order(),
        particulars.keepExtraData(),
        origin);
  }

  private List<Target> targets(Choice choice) {
    if (choice.quantity() > 1) {
      return places(choice.objects().getFirst(), choice.quantity());
    }
    return IntStream.range(0, choice.objects().size())
        .mapToObj(position -> target(choice.objects().get(position), 1, position))
        .toList();
  }

  private List<Target> places(String area, int places) {
    Map<Optional<String>, List<Integer>> kinds = new LinkedHashMap<>();
    for (int position = 0; position < places; position++) {
      Optional<String> kind = Optional.ofNullable(nth(particulars.ticketTypes(), position));
      kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(position);
    }
    return kinds.values().stream()
        .map(alike -> target(area, alike.size(), alike.getFirst()))
        .toList();
  }

  private Target target(String label, int places, int position) {
    Target found = allotment.find(label, places).orElseThrow();
    return new Target(
        found.wanted(),
        nth(particulars.extraData(), position),
        nth(particulars.ticketTypes(), position),
        found.offer());
  }

  private static <T> @Nullable T nth(List<T> list, int position) {
    return position < list.size() ? list.get(position) : null;
  }
}

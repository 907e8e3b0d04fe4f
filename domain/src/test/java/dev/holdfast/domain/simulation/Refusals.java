package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.BookRequest;
import dev.holdfast.domain.reservation.HoldRequest.Item;
import dev.holdfast.domain.reservation.HoldRequest.PlacesItem;
import dev.holdfast.domain.reservation.ReleaseRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a refusal was true at some instant between the question and the answer. */
final class Refusals {
  private Refusals() {}

  static void check(Asked asked, Refusal reason) {
    assertTrue(
        asked.seen.stream().anyMatch(scene -> isTrue(asked, reason, scene)),
        () -> "refused without reason, " + reason + ": " + asked);
  }

  private static boolean isTrue(Asked asked, Refusal reason, Scene scene) {
    Standing standing = scene.standing();
    return switch (reason) {
      case Refusal.AlreadyHeld(String label, long version) ->
          isAnothers(standing.seat(label, scene.now()), asked)
              && standing.version(label) == version;
      case Refusal.AlreadyTaken(String label, long version) -> {
        Standing.Seat seat = standing.seat(label, scene.now());
        yield seat != null && seat.isTaken() && standing.version(label) == version;
      }
      case Refusal.InsufficientCapacity(String area, long version, int free) ->
          standing.version(area) == version
              && asked.seen.stream()
                  .anyMatch(by -> standing.free(area, capacity(by, area), scene.now()) == free);
      case Refusal.NotHeldByToken(String object, long version, boolean _) ->
          standing.version(object) == version && !scene.holds(asked.token().orElseThrow(), object);
      case Refusal.NotFoundOrFree(String object, long version) ->
          standing.version(object) == version && isFree(scene, object);
      case Refusal.TokenOver _ -> isUnknown(asked, scene);
      case Refusal.TokenLimit(int limit, var _) -> isTooMuch(asked, scene, limit);
      case Refusal.AllPlacesNotConfirmed(String object) -> House.AREAS.containsKey(object);
      case Refusal.UnknownObject(String object) ->
          asked.seen.stream().anyMatch(by -> isMissing(by.layout(), object))
              ? isNothing(asked, object, scene)
              : asked.request instanceof Asked.ToRelease && isMissing(asked.read, object);
      case Refusal.UnknownEvent _ -> scene.layout() == null;
      default -> false;
    };
  }

  private static boolean isAnothers(Standing.@Nullable Seat seat, Asked asked) {
    return seat != null && !seat.isTaken() && !seat.heldBy(asked.token().orElseThrow());
  }

  private static boolean isFree(Scene scene, String object) {
    return scene.standing().seat(object, scene.now()) == null
        && scene.standing().used(object, scene.now()) == 0;
  }

  private static int capacity(Scene by, String area) {
    SeatingPlan layout = by.layout();
    return layout != null && layout.find(area).orElse(null) instanceof Bookable.Places places
        ? places.capacity()
        : 0;
  }

  private static boolean isMissing(@Nullable SeatingPlan layout, String object) {
    return layout == null || layout.find(object).isEmpty();
  }

  /** Whether nothing that is there already could be meant: that is never refused (any more). */
  private static boolean isNothing(Asked asked, String object, Scene scene) {
    return switch (asked.request) {
      case Asked.ToBook(var _, var book) -> {
        int wanted =
            book.places().stream()
                .filter(each -> each.area().equals(object))
                .mapToInt(BookRequest.Places::quantity)
                .sum();
        yield book.objects().contains(object)
            || wanted > scene.standing().places(book.token(), object, scene.now());
      }
      case Asked.ToRelease(var _, var release)
          when release.scope() instanceof ReleaseRequest.OfToken(HoldToken token, var _) ->
          !scene.holds(token, object);
      case Asked.ToRelease _ -> isFree(scene, object);
      case Asked.ToHold _, Asked.ToExtend _, Asked.ToExpire _, Asked.ToLook _ -> true;
      case Asked.ToChange _, Asked.ToStep _, Asked.ToChoose _ -> true;
    };
  }

  private static boolean isUnknown(Asked asked, Scene scene) {
    HoldToken token = asked.token().orElseThrow();
    boolean unheld = !scene.hasTerm(token) && scene.standing().holdings(token, scene.now()) == 0;
    return switch (asked.request) {
      case Asked.ToHold _ -> scene.isOver(token);
      case Asked.ToBook _ -> scene.isOver(token) || unheld;
      case Asked.ToExtend _ ->
          scene.isOver(token) || scene.standing().holdings(token, scene.now()) == 0;
      case Asked.ToRelease _, Asked.ToExpire _, Asked.ToLook _ -> false;
      case Asked.ToChange _, Asked.ToStep _, Asked.ToChoose _ -> false;
    };
  }

  private static boolean isTooMuch(Asked asked, Scene scene, int limit) {
    if (!(asked.request instanceof Asked.ToHold(var _, var hold))) {
      return false;
    }
    long more = hold.items().stream().filter(item -> isNew(item, hold.token(), scene)).count();
    return more > 0 && scene.standing().holdings(hold.token(), scene.now()) + more > limit;
  }

  private static boolean isNew(Item item, HoldToken token, Scene scene) {
    Standing standing = scene.standing();
    if (!(item instanceof PlacesItem places)) {
      return !standing.holdsSeat(token, item.object(), scene.now());
    }
    return standing.places().entrySet().stream()
        .map(Map.Entry::getValue)
        .noneMatch(each ->
            each.area().equals(places.object())
                && each.ticketType() == null
                && each.token().equals(token)
                && String.valueOf(each.category()).equals(String.valueOf(places.category()))
                && each.liveAt(scene.now()));
  }
}

package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.HoldRequest.Item;
import dev.holdfast.domain.reservation.HoldRequest.PlacesItem;
import dev.holdfast.domain.simulation.Standing.Scene;
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
          isAnothers(standing.seats().get(label), asked, scene)
              && standing.version(label) == version;
      case Refusal.AlreadyTaken(String label, long version) -> {
        Standing.Seat seat = standing.seats().get(label);
        yield seat != null && seat.isTaken() && standing.version(label) == version;
      }
      case Refusal.InsufficientCapacity(String area, long version, int free) ->
          standing.free(area, World.AREAS.getOrDefault(area, 0), scene.now()) == free
              && standing.version(area) == version;
      case Refusal.NotHeldByToken(String object, long version, boolean _) ->
          standing.version(object) == version && !scene.holds(asked.token().orElseThrow(), object);
      case Refusal.NotFoundOrFree(String object, long version) ->
          standing.version(object) == version && isFree(scene, object);
      case Refusal.TokenOver _ -> isUnknown(asked, scene);
      case Refusal.TokenLimit(int limit, var _) -> isTooMuch(asked, scene, limit);
      case Refusal.AllPlacesNotConfirmed(String object) -> World.AREAS.containsKey(object);
      case Refusal.UnknownObject(String object) -> object.equals(World.NO_SUCH);
      default -> false;
    };
  }

  private static boolean isAnothers(Standing.@Nullable Seat seat, Asked asked, Scene scene) {
    return seat != null
        && !seat.isTaken()
        && seat.liveAt(scene.now())
        && !seat.token().equals(asked.token().orElseThrow());
  }

  private static boolean isFree(Scene scene, String object) {
    Standing standing = scene.standing();
    Standing.Seat seat = standing.seats().get(object);
    int places = World.AREAS.getOrDefault(object, 0);
    return seat == null
        ? places == 0 || standing.free(object, places, scene.now()) == places
        : !seat.liveAt(scene.now());
  }

  private static boolean isUnknown(Asked asked, Scene scene) {
    HoldToken token = asked.token().orElseThrow();
    boolean unheld =
        !scene.terms().containsKey(token) && scene.standing().holdings(token, scene.now()) == 0;
    return switch (asked.request) {
      case Asked.ToHold _ -> scene.isOver(token);
      case Asked.ToBook _ -> scene.isOver(token) || unheld;
      case Asked.ToExtend _ ->
          scene.isOver(token) || scene.standing().holdings(token, scene.now()) == 0;
      case Asked.ToRelease _, Asked.ToExpire _, Asked.ToLook _ -> false;
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
                && each.token().equals(token)
                && String.valueOf(each.category()).equals(String.valueOf(places.category()))
                && each.liveAt(scene.now()));
  }
}

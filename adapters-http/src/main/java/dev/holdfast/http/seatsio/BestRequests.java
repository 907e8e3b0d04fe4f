package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.choice.Wish;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.reservation.BestRequest;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Wishes for the best available objects, as clients of this dialect tell them (section 17). */
final class BestRequests {
  /** The member of a change of status that makes it a wish. */
  static final String BEST = "bestAvailable";

  /** The most that is read as a number; more than {@link Wish#MOST} is never available. */
  private static final int MAX_NUMBER = 1_000_000;

  private static final int MAX_NAMES = 1_000;
  private static final String EXTRA_DATA = "extraData";
  private static final String TICKETS = "ticketTypes";
  private static final String NUMBER = "number";
  private static final String ACCESSIBLE = "accessibleSeats";

  private BestRequests() {}

  /**
   * What is wished for.
   *
   * @param body the whole request
   * @param best its {@link #BEST}
   * @return empty when that is more than anybody gets at once
   * @throws dev.holdfast.http.json.InvalidRequest when something is wrong with it
   */
  static Optional<BestRequest> of(BodyReader body, BodyReader best) {
    simplify(best.node());
    Optional<HoldToken> token = StatusRequests.token(body);
    Goal goal = StatusRequests.goal(body, token);
    if (body.sound() && goal instanceof Goal.Free) {
      body.problem("status", "what is available is free already");
    }
    int number = best.require(NUMBER).optionalInteger(NUMBER, 1, MAX_NUMBER).orElse(1);
    int accessible = best.optionalInteger(ACCESSIBLE, 0, number).orElse(0);
    BestRequest request =
        new BestRequest(
            new Wish(
                Math.min(number, Wish.MOST),
                names(best, "categories"),
                best.optionalText("zone", 1, BodyReader.MAX_LABEL).orElse(null),
                names(best, "sections"),
                best.optionalFlag("tryToPreventOrphanSeats").orElse(true),
                Math.clamp(accessible, 0, Math.min(number, Wish.MOST))),
            goal,
            StatusRequests.order(body),
            body.flag("keepExtraData"),
            extraData(best),
            best.optionalLabels(TICKETS, MAX_NAMES).orElse(List.of()),
            StatusRequests.seller(body));
    body.check();
    return number > Wish.MOST ? Optional.empty() : Optional.of(request);
  }

  private static Set<String> names(BodyReader best, String name) {
    return Set.copyOf(best.optionalLabels(name, MAX_NAMES).orElse(List.of()));
  }

  /** One an object, in the order of the answer; none for those it is null for. */
  private static List<ExtraData> extraData(BodyReader best) {
    List<ExtraData> all = new ArrayList<>();
    if (best.optionalArray(EXTRA_DATA) instanceof ArrayNode array) {
      if (array.size() > MAX_NAMES) {
        best.problem(EXTRA_DATA, Wording.atMostElements(MAX_NAMES));
        return all;
      }
      ObjectNode items = array.objectNode();
      for (int at = 0; at < array.size(); at++) {
        items.set(
            Integer.toString(at), array.get(at).isNull() ? items.objectNode() : array.get(at));
      }
      BodyReader each = best.within(EXTRA_DATA, items);
      items.fieldNames().forEachRemaining(at -> all.add(each.extraData(at)));
    }
    return all;
  }

  /** An empty list wishes for nothing in particular; and a category's key may be a number. */
  private static void simplify(ObjectNode best) {
    for (String name : List.of("categories", "sections", TICKETS)) {
      if (best.path(name).isArray() && best.path(name).isEmpty()) {
        best.remove(name);
      }
    }
    if (best.path("categories") instanceof ArrayNode categories) {
      for (int at = 0; at < categories.size(); at++) {
        if (categories.get(at).isNumber()) {
          categories.set(at, categories.get(at).asText());
        }
      }
    }
  }
}

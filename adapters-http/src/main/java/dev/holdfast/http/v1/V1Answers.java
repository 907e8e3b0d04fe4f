package dev.holdfast.http.v1;

import dev.holdfast.domain.chart.LayoutProblem;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.http.json.DotPath;
import dev.holdfast.http.json.Wording;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Envelope;
import dev.holdfast.http.route.PageQuery;
import dev.holdfast.http.route.Repeats;
import dev.holdfast.http.v1.Asked.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Outcomes as v1 answers: the one place where a refusal becomes a status and a text. */
final class V1Answers {
  private V1Answers() {}

  /** The answer to an outcome. */
  static <T> Answer of(Outcome<T> outcome, Asked asked, Function<T, Answer> accepted) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T answer) -> accepted.apply(answer);
      case Outcome.Refused<T>(List<Refusal> reasons) -> refused(reasons, asked);
      case Outcome.Repeated<T>(Repeat repeat) -> Repeats.answer(repeat);
    };
  }

  /** The answer to an outcome of which one thing is told: 200, or why not. */
  static <T> Answer of(Outcome<T> outcome, PageQuery.ItemWriter<? super T> writer) {
    return of(outcome, Asked.LOOK_UP, told -> Answer.ok(json -> writer.write(json, told)));
  }

  /**
   * The answer to a refusal: by the weightiest reason, naming all of its kind.
   *
   * @param reasons at least one, the weightiest first
   */
  static Answer refused(List<Refusal> reasons, Asked asked) {
    return switch (reasons.getFirst()) {
      case Refusal.UnknownEvent _ -> Envelope.notFound("Event not found");
      case Refusal.UnknownChart _ -> Envelope.notFound("Chart not found");
      case Refusal.UnknownWorkspace _ -> Envelope.notFound("Workspace not found");
      case Refusal.UnknownKey _ -> Envelope.notFound("Key not found");
      case Refusal.UnknownWebhook _ -> Envelope.notFound("Webhook not found");
      case Refusal.UnknownDelivery _ -> Envelope.notFound("Delivery not found");
      case Refusal.UnacceptableUrl(String why) -> Envelope.invalid("url", why);
      case Refusal.NoSecretKey _ ->
          Envelope.plain(503, "Webhook secrets cannot be stored: HOLDFAST_SECRET_KEY is not set");
      case Refusal.TooManyWebhooks(int limit) ->
          Envelope.conflict("A workspace has at most " + limit + " webhooks");
      case Refusal.UnfitWorkspace _ -> Envelope.conflict("Workspace cannot be changed so");
      case Refusal.AheadOfJournal(long last) ->
          Envelope.invalid("after", "The event's last change is " + last);
      case Refusal.ChartNotPublished _ -> chartNotPublished(asked);
      case Refusal.EventKeyTaken _ -> Envelope.conflict("Event key is taken");
      case Refusal.ChartInUse _ -> Envelope.conflict("Chart is used by an event");
      case Refusal.UnpublishableLayout(List<LayoutProblem> problems) -> unpublishable(problems);
      case Refusal.UnusableTag _ -> Envelope.invalid("tags", "Not a tag");
      case Refusal.TooManyTags(int limit) ->
          Envelope.invalid("tags", Wording.atMostElements(limit));
      case Refusal.UnknownChannel _ -> Envelope.notFound("Channel not found");
      case Refusal.ChannelKeyTaken _ -> Envelope.conflict("Channel key is taken");
      case Refusal.TooManyChannels(int limit) ->
          Envelope.conflict("An event has at most " + limit + " channels");
      case Refusal.TooManyLabels(int limit) ->
          Envelope.conflict("The sale rules of an event have at most " + limit + " labels");
      case Refusal.EditsExhausted _ -> Envelope.conflict("Edited as often as it may be today");
      case Refusal.UnknownObject _ -> unknownObjects(reasons);
      case Refusal.NotASeat _ -> notSeats(reasons, asked);
      case Refusal.NotAnArea(String object) ->
          Envelope.invalid("objectType", object + " is a seat: leave objectType out");
      case Refusal.CategoryMismatch _ -> otherCategory(reasons);
      case Refusal.AllPlacesNotConfirmed(String object) ->
          Envelope.invalid("allPlaces", "Required to release every place of " + object);
      case Refusal.ExtraDataTooLarge(_, int limit) -> tooMuchExtraData(reasons, limit);
      case Refusal.TokenOver _ -> Envelope.conflict("Hold token has expired");
      case Refusal.TokenLimit limit -> Conflicts.tokenLimit(limit);
      case Refusal.KeyLimit limit -> Conflicts.keyLimit(limit);
      case Refusal.TooScattered(String object, int limit) ->
          Envelope.conflict(object + " has more than " + limit + " holds and sales to free");
      case Refusal.AlreadyTaken _, Refusal.AlreadyHeld _ -> Conflicts.hold(reasons);
      case Refusal.InsufficientCapacity _, Refusal.StatusNotAllowed _ -> Conflicts.hold(reasons);
      case Refusal.NotForSale _ -> Conflicts.hold(reasons);
      case Refusal.NothingAvailable _ -> Envelope.conflict("Not enough objects are available");
      case Refusal.NotHeldByToken _, Refusal.NotFoundOrFree _ -> notTheirs(reasons, asked);
    };
  }

  private static Answer chartNotPublished(Asked asked) {
    String text = "Chart is not published";
    return asked.operation() == Operation.CREATE_EVENT
        ? Envelope.invalid("chartKey", text)
        : Envelope.notFound(text);
  }

  private static Answer unpublishable(List<LayoutProblem> problems) {
    Map<String, List<String>> errors =
        problems.stream()
            .collect(
                Collectors.groupingBy(
                    V1Answers::path,
                    LinkedHashMap::new,
                    Collectors.mapping(V1Answers::text, Collectors.toList())));
    return Envelope.invalid(errors);
  }

  private static String path(LayoutProblem problem) {
    return switch (problem) {
      case LayoutProblem.Empty _, LayoutProblem.TooManyObjects _ -> DotPath.ROOT.toString();
      case LayoutProblem.DuplicateLabel duplicate -> duplicate.path();
      case LayoutProblem.UnknownCategory unknown -> unknown.path();
    };
  }

  private static String text(LayoutProblem problem) {
    return switch (problem) {
      case LayoutProblem.Empty _ -> "The layout has no bookable object";
      case LayoutProblem.TooManyObjects(int objects) ->
          "The layout has too many bookable objects: " + objects;
      case LayoutProblem.DuplicateLabel(_, String label, String firstPath) ->
          "Duplicate label " + label + ", used before at " + firstPath;
      case LayoutProblem.UnknownCategory(_, String category) -> "Unknown category " + category;
    };
  }

  private static Answer unknownObjects(List<Refusal> reasons) {
    return Envelope.notFound(
        only(Refusal.UnknownObject.class, reasons).stream()
            .map(Refusal.UnknownObject::object)
            .collect(Collectors.joining(", ", "Object not found: ", "")));
  }

  private static Answer tooMuchExtraData(List<Refusal> reasons, int limit) {
    String start =
        "Object must have at most "
            + limit
            + " bytes of JSON, together with what is there already: ";
    return Envelope.invalid(
        "extraData",
        only(Refusal.ExtraDataTooLarge.class, reasons).stream()
            .map(Refusal.ExtraDataTooLarge::object)
            .collect(Collectors.joining(", ", start, "")));
  }

  private static Answer notSeats(List<Refusal> reasons, Asked asked) {
    Map<String, List<String>> errors = new LinkedHashMap<>();
    for (Refusal.NotASeat area : only(Refusal.NotASeat.class, reasons)) {
      boolean many = asked.operation() == Operation.HOLD_MANY;
      errors.put(
          many ? "objectLabels." + asked.indexOf(area.object()) : "objectType",
          List.of(
              many
                  ? area.object() + " is a general admission area: hold it with objectLabel"
                  : "Required: " + area.object() + " is a general admission area"));
    }
    return Envelope.invalid(errors);
  }

  private static Answer otherCategory(List<Refusal> reasons) {
    List<String> texts =
        only(Refusal.CategoryMismatch.class, reasons).stream()
            .map(each -> each.object() + " is sold in " + listed(each.categories()))
            .toList();
    return Envelope.invalid(Map.of("categoryKey", texts));
  }

  private static String listed(List<String> categories) {
    return categories.isEmpty() ? "no category" : String.join(", ", categories);
  }

  /** A browser is told nothing of what is not its own, not even whether anybody has it. */
  private static Answer notTheirs(List<Refusal> reasons, Asked asked) {
    return switch (asked.operation()) {
      case RELEASE_OWN -> Envelope.forbidden();
      case RELEASE -> Conflicts.release(reasons);
      case BOOK, LOOK_UP, CREATE_EVENT, HOLD_ONE, HOLD_MANY, EXTEND -> Conflicts.book(reasons);
    };
  }

  private static <R extends Refusal> List<R> only(Class<R> kind, List<Refusal> reasons) {
    return reasons.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

package dev.holdfast.http.seatsio;

import dev.holdfast.domain.chart.LayoutProblem;
import dev.holdfast.domain.refusal.Refusal;
import java.util.stream.Collectors;

/** What the engine refuses, in the statuses, codes and messages of this dialect (section 3). */
final class SeatsioRefusals {
  private static final int INVALID = 400;
  private static final int UNKNOWN = 404;

  /** Whatever has no code of its own. */
  private static final String GENERAL = "GENERAL_ERROR";

  private static final String ILLEGAL = "ILLEGAL_STATUS_CHANGE";

  private SeatsioRefusals() {}

  /** The status: 404 for what a path names and is not there, 400 for everything else. */
  static int status(Refusal refusal) {
    return switch (refusal) {
      case Refusal.UnknownEvent _, Refusal.UnknownChart _, Refusal.UnknownWorkspace _ -> UNKNOWN;
      case Refusal.UnknownKey _, Refusal.UnknownWebhook _, Refusal.UnknownDelivery _ -> UNKNOWN;
      case Refusal.UnacceptableUrl _, Refusal.NoSecretKey _, Refusal.TooManyWebhooks _ -> INVALID;
      case Refusal.AheadOfJournal _, Refusal.ChartNotPublished _ -> INVALID;
      case Refusal.EventKeyTaken _, Refusal.ChartInUse _, Refusal.UnpublishableLayout _ -> INVALID;
      case Refusal.UnusableTag _, Refusal.TooManyTags _, Refusal.UnknownObject _ -> INVALID;
      case Refusal.NotASeat _, Refusal.NotAnArea _, Refusal.CategoryMismatch _ -> INVALID;
      case Refusal.AllPlacesNotConfirmed _, Refusal.ExtraDataTooLarge _ -> INVALID;
      case Refusal.TokenOver _, Refusal.TokenLimit _, Refusal.KeyLimit _ -> INVALID;
      case Refusal.TooScattered _ -> INVALID;
      case Refusal.AlreadyTaken _, Refusal.AlreadyHeld _ -> INVALID;
      case Refusal.InsufficientCapacity _, Refusal.NotHeldByToken _ -> INVALID;
      case Refusal.NotFoundOrFree _, Refusal.StatusNotAllowed _, Refusal.NotForSale _ -> INVALID;
      case Refusal.UnknownChannel _ -> UNKNOWN;
      case Refusal.ChannelKeyTaken _, Refusal.TooManyChannels _ -> INVALID;
      case Refusal.TooManyLabels _ -> INVALID;
    };
  }

  /** The code, for programs. */
  static String code(Refusal refusal) {
    return switch (refusal) {
      case Refusal.UnknownEvent _ -> "EVENT_NOT_FOUND";
      case Refusal.UnknownChart _ -> "CHART_NOT_FOUND";
      case Refusal.UnknownWorkspace _ -> "WORKSPACE_NOT_FOUND";
      case Refusal.UnpublishableLayout _ -> "DRAWING_VALIDATION_FAILED";
      case Refusal.TokenOver _, Refusal.TokenLimit _, Refusal.KeyLimit _ -> ILLEGAL;
      case Refusal.TooScattered _ -> ILLEGAL;
      case Refusal.AlreadyTaken _, Refusal.AlreadyHeld _ -> ILLEGAL;
      case Refusal.InsufficientCapacity _, Refusal.NotHeldByToken _ -> ILLEGAL;
      case Refusal.NotFoundOrFree _, Refusal.StatusNotAllowed _, Refusal.NotForSale _ -> ILLEGAL;
      case Refusal.UnknownChannel _ -> "CHANNEL_NOT_FOUND";
      case Refusal.ChannelKeyTaken _, Refusal.TooManyChannels _ -> GENERAL;
      case Refusal.TooManyLabels _ -> GENERAL;
      case Refusal.UnknownKey _, Refusal.UnknownWebhook _, Refusal.UnknownDelivery _ -> GENERAL;
      case Refusal.UnacceptableUrl _, Refusal.NoSecretKey _, Refusal.TooManyWebhooks _ -> GENERAL;
      case Refusal.AheadOfJournal _, Refusal.ChartNotPublished _ -> GENERAL;
      case Refusal.EventKeyTaken _, Refusal.ChartInUse _ -> GENERAL;
      case Refusal.UnusableTag _, Refusal.TooManyTags _, Refusal.UnknownObject _ -> GENERAL;
      case Refusal.NotASeat _, Refusal.NotAnArea _, Refusal.CategoryMismatch _ -> GENERAL;
      case Refusal.AllPlacesNotConfirmed _, Refusal.ExtraDataTooLarge _ -> GENERAL;
    };
  }

  /** The message, for people. */
  static String message(Refusal refusal, Names names) {
    return switch (refusal) {
      case Refusal.UnknownEvent _ -> notFound("Event", names.event(), names);
      case Refusal.UnknownChart _ -> notFound("Chart", names.chart(), names);
      case Refusal.UnknownWorkspace _ -> "Workspace not found";
      case Refusal.ChartNotPublished _ -> "Chart " + names.chart() + " has no published version";
      case Refusal.EventKeyTaken _ -> "Event key is in use: " + names.event();
      case Refusal.ChartInUse _ -> "Chart " + names.chart() + " has events";
      case Refusal.UnpublishableLayout unpublishable ->
          unpublishable.problems().stream()
              .map(SeatsioRefusals::text)
              .collect(Collectors.joining(", ", "Drawing is not valid: ", ""));
      case Refusal.UnusableTag _ -> "Tag is not valid";
      case Refusal.TooManyTags(int limit) -> "A chart has at most " + limit + " tags";
      case Refusal.UnknownObject(String object) -> "Object not found: " + object;
      case Refusal.NotASeat(String object) -> object + " is a general admission area";
      case Refusal.NotAnArea(String object) -> object + " is not a general admission area";
      case Refusal.CategoryMismatch(String object, _) -> object + " is not sold in this category";
      case Refusal.AllPlacesNotConfirmed(String object) ->
          object + " is a general admission area: quantity is required";
      case Refusal.ExtraDataTooLarge(String object, int limit) ->
          "Extra data of " + object + " is larger than " + limit + " bytes";
      case Refusal.TokenOver _ -> "Hold token does not exist or has expired";
      case Refusal.TokenLimit(int limit, _) -> "A hold token holds at most " + limit + " objects";
      case Refusal.KeyLimit(int limit, _) ->
          "At most " + limit + " objects of an event are held through one key";
      case Refusal.TooScattered(String object, int limit) ->
          object + " has more than " + limit + " holds and bookings to release";
      case Refusal.AlreadyTaken(String object, _) -> object + " is not free";
      case Refusal.AlreadyHeld(String object, _) -> object + " is held by another hold token";
      case Refusal.InsufficientCapacity(String object, _, int free) ->
          object + " has " + free + " free places";
      case Refusal.NotHeldByToken(String object, _, _) ->
          object + " is not held by this hold token";
      case Refusal.NotFoundOrFree(String object, _) -> object + " is free";
      case Refusal.StatusNotAllowed(String object, _, String status) ->
          object + " has status " + SeatsioStatus.told(status);
      case Refusal.NotForSale(String object, _) -> object + " is not for sale";
      case Refusal.UnknownChannel(String key) -> "Channel not found: " + key;
      case Refusal.ChannelKeyTaken(String key) -> "Channel key is in use: " + key;
      case Refusal.TooManyChannels(int limit) -> "An event has at most " + limit + " channels";
      case Refusal.TooManyLabels(int limit) ->
          "The rules of an event have at most " + limit + " labels";
      case Refusal.UnknownKey _ -> "Key not found";
      case Refusal.UnknownWebhook _, Refusal.UnknownDelivery _, Refusal.UnacceptableUrl _ ->
          "The request was refused";
      case Refusal.NoSecretKey _, Refusal.TooManyWebhooks _, Refusal.AheadOfJournal _ ->
          "The request was refused";
    };
  }

  private static String text(LayoutProblem problem) {
    return switch (problem) {
      case LayoutProblem.Empty() -> "it has no objects";
      case LayoutProblem.TooManyObjects(int objects) -> "it has " + objects + " objects";
      case LayoutProblem.DuplicateLabel(_, String label, _) -> "duplicate label " + label;
      case LayoutProblem.UnknownCategory(_, String category) -> "unknown category " + category;
    };
  }

  private static String notFound(String what, String key, Names names) {
    return what + " not found: " + key + " was not found in workspace " + names.workspace();
  }
}

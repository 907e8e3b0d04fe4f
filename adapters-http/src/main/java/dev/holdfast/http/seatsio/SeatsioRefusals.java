package dev.holdfast.http.seatsio;

import dev.holdfast.domain.chart.LayoutProblem;
import dev.holdfast.domain.port.CompanyPort;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.refusal.Refusal.UnfitWorkspace.Why;
import java.util.stream.Collectors;

/** What the engine refuses, in the words of this dialect; {@link SeatsioCode} has its codes. */
final class SeatsioRefusals {
  private SeatsioRefusals() {}

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
      case Refusal.UnknownChannel(String key) -> "Channel not found: " + key;
      case Refusal.ChannelKeyTaken(String key) -> "Channel key is in use: " + key;
      case Refusal.TooManyChannels(int limit) -> "An event has at most " + limit + " channels";
      case Refusal.TooManyLabels(int limit) ->
          "The sale rules of an event have at most " + limit + " labels";
      case Refusal.EditsExhausted _ -> "Rate limit exceeded";
      case Refusal.UnfitWorkspace(Why why) -> text(why);
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
      case Refusal.NotForSale(String object, _) -> object + " is not for sale";
      case Refusal.NotHeldByToken(String object, _, _) ->
          object + " is not held by this hold token";
      case Refusal.NotFoundOrFree(String object, _) -> object + " is free";
      case Refusal.StatusNotAllowed(String object, _, String status) ->
          object + " has status " + SeatsioStatus.told(status);
      case Refusal.NothingAvailable _ -> "Best available objects not found";
      case Refusal.UnknownKey _ -> "Key not found";
      case Refusal.UnknownWebhook _, Refusal.UnknownDelivery _, Refusal.UnacceptableUrl _ ->
          "The request was refused";
      case Refusal.NoSecretKey _, Refusal.TooManyWebhooks _, Refusal.AheadOfJournal _ ->
          "The request was refused";
    };
  }

  private static String text(Why why) {
    return switch (why) {
      case IS_DEFAULT -> "The default workspace has to stay active";
      case IS_ACTIVE -> "An active workspace cannot be deleted";
      case IS_INACTIVE -> "An inactive workspace cannot be the default one";
      case ONE_TOO_MANY -> "A company has at most " + CompanyPort.MAX_WORKSPACES + " workspaces";
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

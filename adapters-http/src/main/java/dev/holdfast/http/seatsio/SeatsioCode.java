package dev.holdfast.http.seatsio;

import dev.holdfast.domain.refusal.Refusal;

/** The codes of what the engine refuses (section 3), each with the status it is answered under. */
enum SeatsioCode {
  BEST_AVAILABLE_OBJECTS_NOT_FOUND(400),
  CHANNEL_NOT_FOUND(404),
  CHART_NOT_FOUND(404),
  DRAWING_VALIDATION_FAILED(400),
  EVENT_NOT_FOUND(404),
  /** Whatever has no code of its own. */
  GENERAL_ERROR(400),
  HOLD_TOKEN_NOT_FOUND(404),
  ILLEGAL_STATUS_CHANGE(400),
  /** Of what is done by day; requests that come too fast are refused before. */
  RATE_LIMIT_EXCEEDED(429),
  WORKSPACE_NOT_FOUND(404);

  private final int status;

  SeatsioCode(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  /** The code of a refusal. */
  static SeatsioCode of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.UnknownEvent _ -> EVENT_NOT_FOUND;
      case Refusal.UnknownChart _ -> CHART_NOT_FOUND;
      case Refusal.UnknownWorkspace _ -> WORKSPACE_NOT_FOUND;
      case Refusal.UnknownChannel _ -> CHANNEL_NOT_FOUND;
      case Refusal.UnpublishableLayout _ -> DRAWING_VALIDATION_FAILED;
      case Refusal.TokenOver _, Refusal.TokenLimit _, Refusal.KeyLimit _ -> ILLEGAL_STATUS_CHANGE;
      case Refusal.AlreadyTaken _, Refusal.AlreadyHeld _ -> ILLEGAL_STATUS_CHANGE;
      case Refusal.InsufficientCapacity _, Refusal.NotForSale _ -> ILLEGAL_STATUS_CHANGE;
      case Refusal.NotHeldByToken _, Refusal.NotFoundOrFree _ -> ILLEGAL_STATUS_CHANGE;
      case Refusal.StatusNotAllowed _, Refusal.TooScattered _ -> ILLEGAL_STATUS_CHANGE;
      case Refusal.NothingAvailable _ -> BEST_AVAILABLE_OBJECTS_NOT_FOUND;
      case Refusal.EditsExhausted _ -> RATE_LIMIT_EXCEEDED;
      case Refusal.UnknownKey _, Refusal.UnknownWebhook _, Refusal.UnknownDelivery _ ->
          GENERAL_ERROR;
      case Refusal.UnacceptableUrl _, Refusal.NoSecretKey _, Refusal.TooManyWebhooks _ ->
          GENERAL_ERROR;
      case Refusal.UnfitWorkspace _, Refusal.AheadOfJournal _ -> GENERAL_ERROR;
      case Refusal.ChartNotPublished _, Refusal.EventKeyTaken _ -> GENERAL_ERROR;
      case Refusal.ChartInUse _, Refusal.UnusableTag _, Refusal.TooManyTags _ -> GENERAL_ERROR;
      case Refusal.ChannelKeyTaken _, Refusal.TooManyChannels _ -> GENERAL_ERROR;
      case Refusal.TooManyLabels _, Refusal.UnknownObject _ -> GENERAL_ERROR;
      case Refusal.NotASeat _, Refusal.NotAnArea _, Refusal.CategoryMismatch _ -> GENERAL_ERROR;
      case Refusal.AllPlacesNotConfirmed _, Refusal.ExtraDataTooLarge _ -> GENERAL_ERROR;
    };
  }
}

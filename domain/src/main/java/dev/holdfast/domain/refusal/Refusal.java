package dev.holdfast.domain.refusal;

import dev.holdfast.domain.chart.LayoutProblem;
import dev.holdfast.domain.event.EditAllowance;
import java.util.List;

/**
 * Why a command was refused. The records stand in the order of their weight: where several reasons
 * apply, the dialects answer by the first.
 *
 * <p>{@code docs/errors.md} lists them in the same order with what each dialect makes of them.
 */
public sealed interface Refusal {
  /** The workspace has no such event. */
  record UnknownEvent() implements Refusal {}

  /** The workspace has no such chart. */
  record UnknownChart() implements Refusal {}

  /** There is no such workspace. */
  record UnknownWorkspace() implements Refusal {}

  /** There is no such key, or it is revoked. */
  record UnknownKey() implements Refusal {}

  /** The workspace has no such webhook. */
  record UnknownWebhook() implements Refusal {}

  /** The webhook has no such delivery on record. */
  record UnknownDelivery() implements Refusal {}

  /** No webhook can be sent there. */
  record UnacceptableUrl(String why) implements Refusal {}

  /** A secret cannot be stored, because the operator has set no key to encrypt it with. */
  record NoSecretKey() implements Refusal {}

  /**
   * The workspace has as many webhooks as it may have.
   *
   * @param limit how many
   */
  record TooManyWebhooks(int limit) implements Refusal {}

  /** The company's workspaces are such that this cannot be done to one of them. */
  record UnfitWorkspace(Why why) implements Refusal {
    /** In what way. */
    public enum Why {
      /** It is the default one, which stays active. */
      IS_DEFAULT,
      /** It is active, and only what is not is deleted. */
      IS_ACTIVE,
      /** It is not active, and the default one has to be. */
      IS_INACTIVE,
      /** There would be one more than the company may have. */
      ONE_TOO_MANY
    }
  }

  /**
   * The reader names a change that has not happened: it follows another event, or another history
   * of this one.
   *
   * @param last the last change there is, 0 if there is none
   */
  record AheadOfJournal(long last) implements Refusal {}

  /** An event needs a published chart. */
  record ChartNotPublished() implements Refusal {}

  /** The workspace has an event of this key already. */
  record EventKeyTaken() implements Refusal {}

  /** Events sell by this chart, so it stays. */
  record ChartInUse() implements Refusal {}

  /**
   * The draft cannot be published as it is.
   *
   * @param problems at least one
   */
  record UnpublishableLayout(List<LayoutProblem> problems) implements Refusal {
    public UnpublishableLayout {
      problems = List.copyOf(problems);
    }
  }

  /** The text cannot be a tag: it is empty, too long, or no store can keep it. */
  record UnusableTag(String tag) implements Refusal {}

  /**
   * The chart would have more tags than it may.
   *
   * @param limit how many it may have
   */
  record TooManyTags(int limit) implements Refusal {}

  /** The event has no such channel. */
  record UnknownChannel(String key) implements Refusal {}

  /** The event has a channel of this key already, or would get two of it. */
  record ChannelKeyTaken(String key) implements Refusal {}

  /**
   * The event would have more channels than it may.
   *
   * @param limit how many it may have
   */
  record TooManyChannels(int limit) implements Refusal {}

  /**
   * The event's sale rules would be made of more labels than they may.
   *
   * @param limit how many they may have, all together
   */
  record TooManyLabels(int limit) implements Refusal {}

  /** What is for sale of the event was edited as often as it may be today. */
  record EditsExhausted(EditAllowance edits) implements Refusal {}

  /** The published layout has no object of this label. */
  record UnknownObject(String object) implements Refusal {}

  /** It is a general admission area; it was named where a seat is meant. */
  record NotASeat(String object) implements Refusal {}

  /** It is a seat; it was named where a general admission area is meant. */
  record NotAnArea(String object) implements Refusal {}

  /**
   * The object is not sold in the category asked for.
   *
   * @param categories those it is sold in
   */
  record CategoryMismatch(String object, List<String> categories) implements Refusal {
    public CategoryMismatch {
      categories = List.copyOf(categories);
    }
  }

  /** Freeing every held and taken place of an area has to be asked for in so many words. */
  record AllPlacesNotConfirmed(String object) implements Refusal {}

  /**
   * The extra data of the request would make more of the object's than may hang on it.
   *
   * @param limit in bytes of compact UTF-8
   */
  record ExtraDataTooLarge(String object, int limit) implements Refusal {}

  /** There is no such hold token, or it has expired. */
  record TokenOver() implements Refusal {}

  /**
   * The token would hold more objects at a time than it may.
   *
   * @param limit how many it may hold, an area record counting one
   * @param objects all that were asked for: any of them was one too many
   */
  record TokenLimit(int limit, List<Versioned> objects) implements Refusal {
    public TokenLimit {
      objects = List.copyOf(objects);
    }

    /**
     * An object as it stood.
     *
     * @param version 0 when nobody ever touched it
     */
    public record Versioned(String object, long version) {}
  }

  /**
   * More of the event would be held through the API key at a time than may be.
   *
   * @param limit how many places may be held, a seat counting one
   * @param objects all that were asked for: any of them was one too many
   */
  record KeyLimit(int limit, List<TokenLimit.Versioned> objects) implements Refusal {
    public KeyLimit {
      objects = List.copyOf(objects);
    }
  }

  /**
   * So many places of an area that are not free would take more separate holds and sales to free
   * than one step does.
   *
   * @param limit how many holds and sales one step frees
   */
  record TooScattered(String object, int limit) implements Refusal {}

  /** Taken: sold, or otherwise lastingly not free. */
  record AlreadyTaken(String object, long version) implements Refusal {}

  /** Held by another token. */
  record AlreadyHeld(String object, long version) implements Refusal {}

  /**
   * The area has fewer free places than asked for.
   *
   * @param free how many it has
   */
  record InsufficientCapacity(String object, long version, int free) implements Refusal {}

  /**
   * Its status is not one from which the caller lets it change.
   *
   * @param status the word of it: "free", "held", or a taken status
   */
  record StatusNotAllowed(String object, long version, String status) implements Refusal {}

  /**
   * Not for sale by the event's rules, or only in a channel that is not the seller's.
   *
   * @param version 0 when nobody ever touched it
   */
  record NotForSale(String object, long version) implements Refusal {}

  /** Who left the choice to the house wished for more, or for something else, than is left. */
  record NothingAvailable() implements Refusal {}

  /**
   * Not held by this token, or not any more: free, lapsed, another's, or taken.
   *
   * @param version 0 when nobody ever touched it
   * @param takenByToken whether it is taken and was taken under this very token
   */
  record NotHeldByToken(String object, long version, boolean takenByToken) implements Refusal {}

  /** Neither held nor taken, so there is nothing to release. */
  record NotFoundOrFree(String object, long version) implements Refusal {}

  /** The weight: the smaller, the weightier. Follows the order of the records above. */
  default int precedence() {
    return switch (this) {
      case UnknownEvent _ -> 1;
      case UnknownChart _ -> 2;
      case UnknownWorkspace _ -> 3;
      case UnknownKey _ -> 4;
      case UnknownWebhook _ -> 5;
      case UnknownDelivery _ -> 6;
      case UnacceptableUrl _ -> 7;
      case NoSecretKey _ -> 8;
      case TooManyWebhooks _ -> 9;
      case UnfitWorkspace _ -> 10;
      case AheadOfJournal _ -> 11;
      case ChartNotPublished _ -> 12;
      case EventKeyTaken _ -> 13;
      case ChartInUse _ -> 14;
      case UnpublishableLayout _ -> 15;
      case UnusableTag _ -> 16;
      case TooManyTags _ -> 17;
      case UnknownChannel _ -> 18;
      case ChannelKeyTaken _ -> 19;
      case TooManyChannels _ -> 20;
      case TooManyLabels _ -> 21;
      case EditsExhausted _ -> 22;
      case UnknownObject _ -> 23;
      case NotASeat _ -> 24;
      case NotAnArea _ -> 25;
      case CategoryMismatch _ -> 26;
      case AllPlacesNotConfirmed _ -> 27;
      case ExtraDataTooLarge _ -> 28;
      case TokenOver _ -> 29;
      case TokenLimit _ -> 30;
      case KeyLimit _ -> 31;
      case TooScattered _ -> 32;
      // Seats of one batch: which one is told first is a matter of the request's order.
      case AlreadyTaken _, AlreadyHeld _, InsufficientCapacity _ -> 33;
      case StatusNotAllowed _, NotForSale _ -> 33;
      case NothingAvailable _ -> 34;
      case NotHeldByToken _ -> 35;
      case NotFoundOrFree _ -> 36;
    };
  }

  /**
   * Whether it says how things stood, and so is the answer to a request for good: sent again under
   * the same idempotency key it is answered the same, whatever has become free meanwhile (decision
   * 17). What was not there at all, and what no state of things would allow, may be sent anew.
   */
  default boolean isDecision() {
    return switch (this) {
      case UnknownEvent _, UnknownChart _, UnknownWorkspace _, UnknownKey _ -> false;
      case UnknownWebhook _, UnknownDelivery _, UnacceptableUrl _, NoSecretKey _ -> false;
      case AheadOfJournal _, UnusableTag _, UnknownChannel _, EditsExhausted _ -> false;
      case TooManyWebhooks _, UnfitWorkspace _ -> true;
      case ChartNotPublished _, EventKeyTaken _, ChartInUse _ -> true;
      case UnpublishableLayout _, TooManyTags _, UnknownObject _, NotASeat _ -> true;
      case ChannelKeyTaken _, TooManyChannels _, TooManyLabels _ -> true;
      case NotAnArea _, CategoryMismatch _, AllPlacesNotConfirmed _ -> true;
      case ExtraDataTooLarge _, TokenOver _, TokenLimit _, KeyLimit _ -> true;
      case AlreadyTaken _, AlreadyHeld _, InsufficientCapacity _, NotForSale _ -> true;
      case StatusNotAllowed _, TooScattered _, NothingAvailable _ -> true;
      case NotHeldByToken _, NotFoundOrFree _ -> true;
    };
  }

  /** Whether the very same request may succeed later without anybody changing it. */
  default boolean retryable() {
    return switch (this) {
      case AlreadyHeld _, AlreadyTaken _, InsufficientCapacity _, NotForSale _ -> true;
      case StatusNotAllowed _, NothingAvailable _ -> true;
      case TokenLimit _, KeyLimit _, ChartInUse _, UnfitWorkspace _ -> true;
      case ChartNotPublished _, TooManyTags _, NotFoundOrFree _, TooManyWebhooks _ -> true;
      case ChannelKeyTaken _, TooManyChannels _, TooManyLabels _, EditsExhausted _ -> true;
      case UnknownEvent _, UnknownChart _, UnknownWorkspace _, UnknownKey _ -> false;
      case UnknownWebhook _, UnknownDelivery _, UnacceptableUrl _, NoSecretKey _ -> false;
      case AheadOfJournal _, UnknownChannel _ -> false;
      case EventKeyTaken _, UnpublishableLayout _, UnusableTag _, UnknownObject _ -> false;
      case NotASeat _, NotAnArea _, CategoryMismatch _, AllPlacesNotConfirmed _ -> false;
      case ExtraDataTooLarge _, TokenOver _, TooScattered _ -> false;
      // Once lost, a hold does not come back: the caller has to hold again.
      case NotHeldByToken _ -> false;
    };
  }
}

package dev.holdfast.app.history;

/** What a call asked for. */
public enum Deed {
  HOLD,
  EXTEND,
  BOOK,
  RELEASE,
  /** A hold through seats.io's dialect: of what is free, or the token's already. */
  RESERVE,
  /** A booking through seats.io's dialect: of what the token holds, or of what is free. */
  TAKE,
  /** A release through seats.io's dialect: of whatever is not another's hold. */
  FREE,
  /** The status of the whole event. */
  LOOK
}

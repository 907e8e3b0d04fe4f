package dev.holdfast.app.history;

/** What a call asked for. */
public enum Deed {
  HOLD,
  EXTEND,
  BOOK,
  RELEASE,
  /** The status of the whole event. */
  LOOK
}

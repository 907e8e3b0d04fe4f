package dev.holdfast.app.history;

/** What an object was said to be. */
public enum Standing {
  FREE,
  HELD,
  BOOKED,
  /** Only its version was told, as for what stood in the way of a request. */
  UNSAID
}

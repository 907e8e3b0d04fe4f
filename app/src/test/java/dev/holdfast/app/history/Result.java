package dev.holdfast.app.history;

/** What a caller knows of its call afterwards. */
public enum Result {
  /** It was answered as done. */
  DONE,
  /** It was refused, with the objects that stood in the way. */
  REFUSED,
  /** It cannot have happened: the service said so (503), or nobody was there to connect to. */
  NOTHING,
  /** Perhaps it happened, perhaps it still will. */
  UNKNOWN
}

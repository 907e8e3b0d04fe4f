package dev.holdfast.app.rehearsal;

/** What is counted, step by step. */
enum Mark {
  /** Buyers who came. */
  CAME,
  /** Calls that were due. */
  DUE,
  /** Calls that were answered for good. */
  ANSWERED,
  /** Holds that were granted. */
  HELD,
  SEATS_HELD,
  /** Orders that were booked. */
  BOOKED,
  SEATS_BOOKED,
  /** Holds refused since somebody else had the seats. */
  CONFLICT,
  /** Answers 503: the service had its hands full. */
  REFUSED,
  /** Answers 429: the key may not ask so often. */
  LIMITED,
  /** Holds refused by a cap on what a token or key may hold. */
  CAPPED,
  /** Calls without an answer, and answers that nobody can want. */
  LOST,
  /** Buyers who found nothing to buy. */
  NOTHING_LEFT,
  /** Buyers who gave up: too many conflicts or refusals. */
  GAVE_UP,
  /** Buyers the rehearsal had no room for. */
  TURNED_AWAY
}

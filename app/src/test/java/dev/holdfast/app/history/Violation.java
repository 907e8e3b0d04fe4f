package dev.holdfast.app.history;

/**
 * Something that no true history contains.
 *
 * @param told for people: what was said, and what speaks against it
 */
public record Violation(Kind kind, String object, String told) {
  /** What is wrong. */
  public enum Kind {
    /** Two answers say different things of one version of an object. */
    SPLIT,
    /** One state cannot come right after the other: two holders, a sale without a hold. */
    ILLEGAL,
    /** An answer shows less than what another had shown before it was asked for. */
    STALE,
    /** An answer shows what nobody had asked for yet. */
    EARLY,
    /** A hold did something at or after its deadline. */
    LATE,
    /** A hold ended before its deadline, and nobody released it. */
    CUT_SHORT,
    /** Nobody asked for this, or who asked was told that nothing happened. */
    UNASKED,
    /** A token that had lost a seat holds it again, and did not ask for it again. */
    RESURRECTED,
    /** Part of a request was carried out. */
    HALF,
    /** One call was carried out more than once, in spite of its key. */
    REPEATED,
    /** Who asked was turned away, and nothing stood in the way. */
    REFUSED_WRONGLY,
    /** More changes than all calls and deadlines together can have made. */
    GAP,
    /** What was acknowledged is not there any more. */
    LOST,
    /** The journal has a gap, or contradicts itself. */
    JOURNAL,
    /** Places do not add up. */
    PLACES,
    /** A picture of the event is not what the journal says it was. */
    PICTURE
  }

  @Override
  public String toString() {
    return kind + " " + object + ": " + told;
  }
}

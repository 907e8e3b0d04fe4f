package dev.holdfast.http.route;

/** How a dialect answers what is wrong with a request as such. */
@FunctionalInterface
public interface FaultShape {
  /** As v1 does; every fault comes in this shape to begin with. */
  FaultShape ENVELOPE = answer -> answer;

  /** The answer in the dialect's shape; one without a {@link Answer#fault} stays as it is. */
  Answer shape(Answer answer);

  /** Whether the same answer never comes in the same bytes twice. */
  default boolean isEachUnique() {
    return false;
  }
}

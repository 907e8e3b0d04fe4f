package dev.holdfast.domain.chart;

/** Why a layout cannot be published. */
public sealed interface LayoutProblem {
  /** Nothing in it can be sold. */
  record Empty() implements LayoutProblem {}

  /**
   * More bookable objects than {@link Layout#MAX_OBJECTS}.
   *
   * @param objects how many
   */
  record TooManyObjects(int objects) implements LayoutProblem {}

  /**
   * A label that stands twice.
   *
   * @param path the later one
   * @param firstPath the earlier one
   */
  record DuplicateLabel(String path, String label, String firstPath) implements LayoutProblem {}

  /**
   * A category that is not declared.
   *
   * @param path where it is named
   */
  record UnknownCategory(String path, String category) implements LayoutProblem {}
}
